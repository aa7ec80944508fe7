using Akka.Actor;

namespace ActorArbiter.Tests.Transports;

/// <summary>What a <see cref="PlayedClientSocket"/> was called for, as its test is told.</summary>
internal static class SocketCalls
{
    /// <summary>An actor made itself the owner.</summary>
    public sealed record Open(IActorRef Owner);

    /// <summary>The owner wants the next bytes.</summary>
    public sealed record ReadOn;

    /// <summary>The owner sent something.</summary>
    public sealed record Send(string Text);

    /// <summary>The owner ended the sending side behind all that it sent.</summary>
    public sealed record EndSending;

    /// <summary>The connection was closed at once.</summary>
    public sealed record Close;
}
