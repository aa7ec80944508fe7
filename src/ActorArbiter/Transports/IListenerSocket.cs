using Akka.Actor;

namespace ActorArbiter.Transports;

/// <summary>
/// A listening socket, whatever carries its connections. It belongs to one actor, its owner, and is called in its turn; the owner has
/// every message that it is told read by <see cref="Read"/> first.
/// </summary>
internal interface IListenerSocket
{
    /// <summary>Listens; the owner is told <see cref="ListenerProtocol.Bound"/> or <see cref="ListenerProtocol.BindFailed"/>.</summary>
    void Bind(IActorContext owner);

    /// <summary>Has the owner told <see cref="ListenerProtocol.Acceptable"/> once when there are clients.</summary>
    void AcceptOn();

    /// <summary>The next client, which is the caller's until it is open; <see langword="null"/> if there is none.</summary>
    IClientSocket? TryAccept();

    /// <summary>
    /// Takes no further client, as far as no open connection is lost by that: else whoever connects until <see cref="Close"/> is
    /// accepted still, and the owner is told <see cref="ListenerProtocol.Acceptable"/> unasked.
    /// </summary>
    void StopAccepting();

    /// <summary>Closes, when no connection is open any more; the owner is told <see cref="ListenerProtocol.Closed"/>.</summary>
    void Close();

    /// <summary>What a message to the owner says of the listener: as <see cref="IClientSocket.Read"/>.</summary>
    object? Read(object message);
}
