namespace ActorArbiter.Journal.Records;

/// <summary>How the contenders of a recorded round talked to the server.</summary>
internal enum RoundProfile
{
    /// <summary>One message a connection, to the first round that has none of its id.</summary>
    Classic,

    /// <summary>Seats by connection, told when all are taken.</summary>
    Greeting,

    /// <summary>Commands, to a round with a name.</summary>
    Session,
}
