namespace ActorArbiter.Protocol;

/// <summary>The codes of <c>ERROR</c> lines.</summary>
public static class ErrorCodes
{
    /// <summary>Empty, not UTF-8, with control characters, or an id or a text outside the grammar.</summary>
    public const string BadMessage = "bad-message";

    /// <summary>More bytes without a line end than a line may have.</summary>
    public const string TooLong = "too-long";

    /// <summary>A line that was not finished in time.</summary>
    public const string TooSlow = "too-slow";

    /// <summary>Nothing was received for too long while the server owed nothing.</summary>
    public const string Idle = "idle";

    /// <summary>A limit of the server is reached.</summary>
    public const string Busy = "busy";

    /// <summary>A contender of a greeting round left or stayed silent: the round cannot be decided any more.</summary>
    public const string ContenderLeft = "contender-left";

    /// <summary>The round was not complete in time.</summary>
    public const string RoundTimeout = "round-timeout";

    /// <summary>The server is stopping.</summary>
    public const string ShuttingDown = "shutting-down";
}
