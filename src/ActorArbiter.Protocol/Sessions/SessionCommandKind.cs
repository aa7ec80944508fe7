namespace ActorArbiter.Protocol.Sessions;

/// <summary>What a client wants in a session.</summary>
public enum SessionCommandKind
{
    /// <summary>Nothing that can be understood.</summary>
    None,

    /// <summary>To take a seat in a round, which the first JOIN opens. Answered with JOINED.</summary>
    Join,

    /// <summary>To send the contender's message. Answered with RECEIVED.</summary>
    Message,

    /// <summary>To give the seat up. Answered with LEFT.</summary>
    Leave,

    /// <summary>To be told a round's lines from now on; takes no seat.</summary>
    Watch,

    /// <summary>To be told a decided round's PLACE and VERDICT lines.</summary>
    Result,

    /// <summary>To know whether the server is there. Answered with PONG.</summary>
    Ping,

    /// <summary>To know how commands are written. Answered with <see cref="SessionHelp.Lines"/>.</summary>
    Help,

    /// <summary>To end the session. Answered with BYE.</summary>
    Quit,
}
