using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Server;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Connections;

/// <summary>Makes the connection actors of a listener.</summary>
internal sealed class ConnectionFactory
{
    private readonly ListenerProfile _profile;
    private readonly IActorRef _ordering;
    private readonly ConnectionOptions _options;

    /// <param name="profile">How the listener's clients talk.</param>
    /// <param name="ordering">Who decides.</param>
    /// <param name="options">How long its connections wait for what.</param>
    public ConnectionFactory(ListenerProfile profile, IActorRef ordering, ConnectionOptions options)
    {
        _profile = profile;
        _ordering = ordering;
        _options = options;
    }

    /// <summary>The actor of a client.</summary>
    /// <param name="id">Its connection's.</param>
    /// <param name="socket">Its socket, which is closed if the actor cannot be made.</param>
    public Props PropsFor(ConnectionId id, IClientSocket socket) => Props.CreateBy(new Producer(this, id, socket, refusal: null));

    /// <summary>The actor of a client that is told why it is not served.</summary>
    /// <inheritdoc cref="PropsFor"/>
    public Props RefusalFor(ConnectionId id, IClientSocket socket, ErrorReply refusal) =>
        Props.CreateBy(new Producer(this, id, socket, refusal));

    // Akka.NET's analyzer knows actors only of props that are expressions.
#pragma warning disable AK1000
    private ConnectionActor Create(ConnectionId id, IClientSocket socket) => _profile switch
    {
        ListenerProfile.Greeting => new GreetingConnectionActor(id, socket, _ordering, _options),
        ListenerProfile.Echo => new EchoConnectionActor(id, socket, _options),
        _ => new ClassicConnectionActor(id, socket, _ordering, _options),
    };
#pragma warning restore AK1000

    /// <summary>An expression, which Akka.NET compiles otherwise, would cost more than the actor.</summary>
    private sealed class Producer(ConnectionFactory factory, ConnectionId id, IClientSocket socket, ErrorReply? refusal)
        : IIndirectActorProducer
    {
        public Type ActorType => typeof(ConnectionActor);

        public ActorBase Produce()
        {
            try
            {
                return refusal is null
                    ? factory.Create(id, socket)
                    : new RefusedConnectionActor(id, socket, refusal, factory._options);
            }
            catch
            {
                // An actor that was not made does not stop, either.
                socket.Close();
                throw;
            }
        }

        public void Release(ActorBase actor)
        {
        }
    }
}
