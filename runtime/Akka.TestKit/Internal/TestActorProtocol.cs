using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>What a test kit tells its own test actor. Everything else is a message for the test.</summary>
internal static class TestActorProtocol
{
    /// <summary>From now on drop what the predicate holds for; null: drop nothing.</summary>
    public sealed record SetIgnore(Func<object, bool>? Ignore) : INoSerializationVerificationNeeded;

    /// <summary>From now on the pilot reacts to messages.</summary>
    public sealed record SetAutoPilot(AutoPilot Pilot) : INoSerializationVerificationNeeded;

    /// <summary>Watch the subject; <c>Done</c> completes with it when it is watched.</summary>
    public sealed record Watch(IActorRef Subject, TaskCompletionSource<IActorRef> Done)
        : INoSerializationVerificationNeeded;

    /// <summary>Watch the subject no more; <c>Done</c> completes with it when that is so.</summary>
    public sealed record Unwatch(IActorRef Subject, TaskCompletionSource<IActorRef> Done)
        : INoSerializationVerificationNeeded;

    /// <summary>
    /// Start a child, supervised with the strategy; null: the default one. <c>Child</c> completes with it, or with why
    /// there is none.
    /// </summary>
    public sealed record Spawn(
        Props Props, string? Name, SupervisorStrategy? Strategy, TaskCompletionSource<IActorRef> Child)
        : INoSerializationVerificationNeeded;
}
