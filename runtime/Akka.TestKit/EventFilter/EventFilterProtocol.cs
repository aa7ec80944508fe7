using Akka.Actor;

namespace Akka.TestKit.Internal;

/// <summary>What filters publish on the event stream for <see cref="TestEventListener"/>.</summary>
internal static class EventFilterProtocol
{
    /// <summary>From now on show the interception every event, and hide those it takes.</summary>
    public sealed record Mute(Interception Interception) : INoSerializationVerificationNeeded;

    /// <summary>No more.</summary>
    public sealed record Unmute(Interception Interception) : INoSerializationVerificationNeeded;
}
