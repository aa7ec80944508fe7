using Akka.Event;
using Akka.IO;

namespace ActorArbiter.Connections;

/// <summary>What a connection actor is told beside the answers of the ordering actor.</summary>
internal static class ConnectionProtocol
{
    /// <summary>
    /// The server is stopping and the ordering actor is closed. From the TCP server actor. Whoever is owed no answer any
    /// more is told so and closed; no reply.
    /// </summary>
    public sealed record Shutdown : IDeadLetterSuppression;

    /// <summary>The last bytes for the client were handed to the kernel. From the connection itself.</summary>
    public sealed class Sent : Tcp.Event
    {
        public static readonly Sent Instance = new();

        private Sent()
        {
        }
    }
}
