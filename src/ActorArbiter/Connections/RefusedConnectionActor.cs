using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using Akka.Actor;

namespace ActorArbiter.Connections;

/// <summary>A client that the server has no room for: told so, then closed.</summary>
internal sealed class RefusedConnectionActor : ConnectionActor
{
    private readonly ErrorReply _error;

    public RefusedConnectionActor(ConnectionId id, IActorRef connection, ErrorReply error, ConnectionOptions options)
        : base(id, connection, options) => _error = error;

    public static Props PropsFor(ConnectionId id, IActorRef connection, ErrorReply error, ConnectionOptions options) =>
        Props.Create<RefusedConnectionActor>(id, connection, error, options);

    protected override void PreStart()
    {
        base.PreStart();
        Refuse(_error);
        ReadOn();
    }

    protected override void OnReceive(object message) => Unhandled(message);
}
