using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Transports;

namespace ActorArbiter.Connections;

/// <summary>A client that the server has no room for: told so, then closed.</summary>
internal sealed class RefusedConnectionActor : ConnectionActor
{
    private readonly ErrorReply _error;

    public RefusedConnectionActor(ConnectionId id, IClientSocket socket, ErrorReply error, ConnectionOptions options)
        : base(id, socket, options) => _error = error;

    protected override void PreStart()
    {
        Refuse(_error);
        ReadOn();
    }

    protected override void OnFirst(object message) => Unhandled(message);

    protected override void CancelTimers()
    {
    }
}
