using ActorArbiter.Protocol;
using ActorClient.Conversation;

namespace ActorClient.Terminal;

/// <summary>What a person reads on standard error about a conversation, each in one line.</summary>
internal static class Wording
{
    /// <summary>Why there is no reply.</summary>
    public static string Failure(ClientOutcome outcome, ClientOptions options) => outcome switch
    {
        ClientOutcome.CannotConnect { Reason: var reason } => $"cannot connect to {options.Server}: {reason}",
        ClientOutcome.TimedOut { Awaited: var awaited } =>
            $"timed out after {Durations.Format(options.Timeout)} waiting for {Awaited(awaited, options)}",
        ClientOutcome.Refused { Error: var error } => error.ToString(),
        ClientOutcome.ConnectionLost { Reason: var reason } =>
            $"connection to {options.Server} lost before the reply: {reason}",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "not a failure"),
    };

    public static string ServerAwaited(ClientOptions options) => $"waiting for {options.Server} ...";

    public static string ContendersAwaited(AwaitedStep awaited) => awaited == AwaitedStep.Greeting
        ? "connected; waiting until the other contenders are, too ..."
        : "sent; waiting for the other contenders' messages ...";

    public static string OtherLetter(ContenderId letter, ContenderId wished) =>
        $"the server calls this client {letter}, not {wished}";

    private static string Awaited(AwaitedStep awaited, ClientOptions options) => awaited switch
    {
        AwaitedStep.Connection => $"a connection to {options.Server}",
        AwaitedStep.Greeting =>
            $"the greeting of {options.Server} (are all contenders connected? does this port greet?)",
        AwaitedStep.Send => $"{options.Server} to take the message",
        _ => $"the reply of {options.Server} (have the other contenders sent their messages?)",
    };
}
