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

    /// <summary>Session: a line whose first word is no command.</summary>
    public const string UnknownCommand = "unknown-command";

    /// <summary>Session: an argument of a command is missing, malformed, given twice or one too many.</summary>
    public const string BadArgument = "bad-argument";

    /// <summary>Session: a message or LEAVE of a connection that is in no round.</summary>
    public const string NotJoined = "not-joined";

    /// <summary>Session: a JOIN of a connection that is in a round.</summary>
    public const string AlreadyJoined = "already-joined";

    /// <summary>Session: a second message before the verdict.</summary>
    public const string AlreadySent = "already-sent";

    /// <summary>Session: a message before READY in a round with <c>start=ready</c>; it does not count.</summary>
    public const string TooEarly = "too-early";

    /// <summary>Session: a message for a round that was decided meanwhile.</summary>
    public const string TooLate = "too-late";

    /// <summary>Session: another connection holds the seat of this id.</summary>
    public const string IdTaken = "id-taken";

    /// <summary>Session: all seats of the round are taken.</summary>
    public const string RoundFull = "round-full";

    /// <summary>Session: a JOIN contradicts the options that its round was opened with.</summary>
    public const string RoundDiffers = "round-differs";

    /// <summary>Session: the result was asked of a round that is open.</summary>
    public const string Undecided = "undecided";

    /// <summary>Session: the result was asked of a round that nobody opened, that expired, or that was forgotten.</summary>
    public const string UnknownRound = "unknown-round";

    /// <summary>Session: the round was decided, and its record was pruned: its verdict cannot be told again.</summary>
    public const string Pruned = "pruned";

    /// <summary>Session: another connection took over the seat.</summary>
    public const string Replaced = "replaced";

    /// <summary>A contender of a greeting round left or stayed silent: the round cannot be decided any more.</summary>
    public const string ContenderLeft = "contender-left";

    /// <summary>The round was not complete in time.</summary>
    public const string RoundTimeout = "round-timeout";

    /// <summary>The server is stopping.</summary>
    public const string ShuttingDown = "shutting-down";
}
