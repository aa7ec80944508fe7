using System.Net;

namespace ActorArbiter.Server;

/// <summary>What <see cref="TcpServerActor"/> is told and tells.</summary>
internal static class TcpServerProtocol
{
    /// <summary>The listener is bound. To the arbiter; answered with <see cref="StartAccepting"/>.</summary>
    public sealed record Listening(ListenerOptions Listener, IPEndPoint BoundTo);

    /// <summary>The listener cannot be bound. To the arbiter; no reply.</summary>
    public sealed record BindFailed(ListenerOptions Listener, Exception? Cause);

    /// <summary>All listeners are bound: take clients. From the arbiter; no reply.</summary>
    public sealed record StartAccepting;

    /// <summary>
    /// Take no further client: whoever connects is refused or told that the server is stopping. From the arbiter; no reply.
    /// </summary>
    public sealed record StopAccepting;

    /// <summary>
    /// End the connections: no verdict will be told any more. From the arbiter. Answered with <see cref="Drained"/> once
    /// all are closed.
    /// </summary>
    public sealed record Drain;

    /// <summary>The listener has no connection and its port is free. To the arbiter.</summary>
    public sealed record Drained;
}
