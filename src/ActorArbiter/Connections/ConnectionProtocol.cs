using Akka.Event;

namespace ActorArbiter.Connections;

/// <summary>What a connection actor is told beside the answers of the ordering actor.</summary>
internal static class ConnectionProtocol
{
    /// <summary>
    /// The server is stopping and the ordering actor is closed. From the TCP server actor. Whoever is owed no answer any
    /// more is told so and closed; no reply.
    /// </summary>
    public sealed record Shutdown : IDeadLetterSuppression;
}
