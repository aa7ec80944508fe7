using ActorArbiter.Protocol;

namespace ActorClient;

/// <summary>The time for all of it (<see cref="ArbiterClientOptions.Timeout"/>) was over.</summary>
public sealed class TimedOutException : ArbiterException
{
    internal TimedOutException(ArbiterClientOptions options, AwaitedStep awaited)
        : base(Sentence(options, awaited)) => Awaited = awaited;

    /// <summary>What had not come.</summary>
    public AwaitedStep Awaited { get; }

    private static string Sentence(ArbiterClientOptions options, AwaitedStep awaited) =>
        $"timed out after {Durations.Format(options.Timeout)} waiting for {Name(awaited, options.Server)}";

    private static string Name(AwaitedStep awaited, string server) => awaited switch
    {
        AwaitedStep.Connection => $"a connection to {server}",
        AwaitedStep.Answer => $"an answer of {server}",
        AwaitedStep.Seat => $"a seat at {server}",
        AwaitedStep.Receipt => $"{server} to receive the message",
        AwaitedStep.Verdict => $"the verdict of {server} (have the other contenders sent their messages?)",
        _ => throw new ArgumentOutOfRangeException(nameof(awaited), awaited, "no step of a round"),
    };
}
