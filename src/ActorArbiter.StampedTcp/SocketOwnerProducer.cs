using Akka.Actor;

namespace ActorArbiter.StampedTcp;

/// <summary>Makes the owner of a socket, once, and closes the socket if that fails, or when the owner is no more.</summary>
internal sealed class SocketOwnerProducer : IIndirectActorProducer
{
    private readonly StampedSocket _socket;
    private readonly Func<StampedSocket, ActorBase> _create;
    private bool _isMade;

    public SocketOwnerProducer(StampedSocket socket, Type ownerType, Func<StampedSocket, ActorBase> create)
    {
        _socket = socket;
        _create = create;
        ActorType = ownerType;
    }

    public Type ActorType { get; }

    public ActorBase Produce()
    {
        if (_isMade)
            throw new InvalidOperationException("The owner of a socket cannot be restarted: its socket was closed as it stopped.");
        _isMade = true;
        try
        {
            return _create(_socket);
        }
        catch
        {
            _socket.CloseFromAnywhere();
            throw;
        }
    }

    /// <summary>Called by Akka.NET also for an actor whose PreStart threw, and which has no PostStop.</summary>
    public void Release(ActorBase actor) => _socket.CloseFromAnywhere();
}
