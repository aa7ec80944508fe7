using System.Net;
using Akka.Actor;

namespace ActorArbiter.Tests.Transports;

/// <summary>What a <see cref="PlayedListenerSocket"/> was called for, as its test is told.</summary>
internal static class ListenerCalls
{
    /// <summary>An actor made itself the owner, and wants it to listen.</summary>
    public sealed record Bind(IActorRef Owner, PlayedListenerSocket Socket, IPEndPoint Address);

    /// <summary>The owner wants to know of the next clients.</summary>
    public sealed record AcceptOn;

    /// <summary>The owner takes no further client.</summary>
    public sealed record StopAccepting;

    /// <summary>The owner wants the port freed.</summary>
    public sealed record Close;
}
