namespace ActorClient;

/// <summary>What a client waits for.</summary>
public enum AwaitedStep
{
    /// <summary>A connection to the server.</summary>
    Connection,

    /// <summary>The greeting, which comes when all contenders are connected.</summary>
    Greeting,

    /// <summary>That the message is on its way.</summary>
    Send,

    /// <summary>The reply, which comes when all contenders have sent.</summary>
    Reply,

    /// <summary>The answer to a question of a named round.</summary>
    Answer,

    /// <summary>The seat in a named round.</summary>
    Seat,

    /// <summary>That the server has the message.</summary>
    Receipt,

    /// <summary>The verdict of a named round.</summary>
    Verdict,
}
