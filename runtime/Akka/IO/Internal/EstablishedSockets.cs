using System.Collections.Concurrent;
using Akka.Actor;

namespace Akka.IO.Internal;

/// <summary>
/// Sockets on their way from the listener or connector that opened them to the connection actor that takes them over. A
/// message could be lost when the system stops, and its socket with it; what is left in here is closed.
/// </summary>
internal sealed class EstablishedSockets : IDisposable
{
    private readonly ConcurrentQueue<EstablishedSocket> _sockets = new();
    private readonly IActorRef _manager;

    public EstablishedSockets(IActorRef manager) => _manager = manager;

    /// <summary>Hands a socket over. The manager starts one connection actor for it.</summary>
    public void Add(EstablishedSocket socket)
    {
        _sockets.Enqueue(socket);
        _manager.Tell(Added.Instance, ActorRefs.NoSender);
    }

    /// <summary>Takes the oldest socket; there is one for each <see cref="Added"/>.</summary>
    public EstablishedSocket Take() =>
        _sockets.TryDequeue(out var socket)
            ? socket
            : throw new InvalidOperationException("A connection actor was started without a socket for it.");

    public void Dispose()
    {
        while (_sockets.TryDequeue(out var socket))
            SocketClosing.Reset(socket.Socket);
    }

    /// <summary>Told to the manager once for each socket.</summary>
    internal sealed class Added : INoSerializationVerificationNeeded, Akka.Event.IDeadLetterSuppression
    {
        public static readonly Added Instance = new();
    }
}
