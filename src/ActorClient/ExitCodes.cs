using ActorArbiter.Protocol;
using ActorClient.Conversation;

namespace ActorClient;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCodes
{
    /// <summary>The reply was received and printed; also help and version.</summary>
    public const int Replied = 0;

    /// <summary>A defect of the program itself; standard error has the details.</summary>
    public const int Failed = 1;

    /// <summary>Wrong usage: the command line, a setting, or a message that no server would take.</summary>
    public const int WrongUsage = 2;

    /// <summary>No connection: the name does not resolve, or nothing listened for <c>client.connect-wait</c>.</summary>
    public const int CannotConnect = 3;

    /// <summary>The reply did not come within <c>--timeout</c>.</summary>
    public const int TimedOut = 4;

    /// <summary>The server answered with an <c>ERROR</c> line.</summary>
    public const int Refused = 5;

    /// <summary>The connection ended before the reply.</summary>
    public const int ConnectionLost = 6;

    /// <summary>
    /// There is no verdict to be told: the round is open still, is unknown, has expired, or its record was pruned.
    /// </summary>
    public const int NoVerdict = 7;

    /// <summary>The claim was lost, unless <c>--lost-code</c> says otherwise: <c>EX_TEMPFAIL</c> of sysexits.h.</summary>
    public const int Lost = 75;

    /// <summary>The claim was won, but its command cannot be executed: as shells tell it.</summary>
    public const int CannotExecute = 126;

    /// <summary>The claim was won, but there is no such command: as shells tell it.</summary>
    public const int CommandNotFound = 127;

    /// <summary>Interrupted from the keyboard: 128 and the number of SIGINT, as shells count.</summary>
    public const int Interrupted = 130;

    /// <summary>Asked to end: 128 and the number of SIGTERM.</summary>
    public const int Terminated = 143;

    /// <summary>The exit code that tells <paramref name="outcome"/>.</summary>
    public static int Of(ClientOutcome outcome) => outcome switch
    {
        ClientOutcome.Replied => Replied,
        ClientOutcome.CannotConnect => CannotConnect,
        ClientOutcome.TimedOut => TimedOut,
        ClientOutcome.Refused => Refused,
        ClientOutcome.ConnectionLost => ConnectionLost,
        _ => Failed,
    };

    /// <summary>The exit code that tells <paramref name="failure"/>.</summary>
    public static int Of(ArbiterException failure) => failure switch
    {
        CannotConnectException => CannotConnect,
        TimedOutException => TimedOut,
        RefusedException { Error.Code: ErrorCodes.Undecided or ErrorCodes.UnknownRound or ErrorCodes.Pruned } => NoVerdict,
        RefusedException => Refused,
        ConnectionLostException => ConnectionLost,
        _ => Failed,
    };
}
