using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>Starts listeners and connections, and is their parent.</summary>
internal sealed class TcpManagerActor : ActorBase
{
    private readonly TcpSettings _settings;
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly EstablishedSockets _established;
    private readonly Props _connectionProps;

    public TcpManagerActor(TcpSettings settings)
    {
        _settings = settings;
        _established = new EstablishedSockets(Self);
        _connectionProps = TcpConnectionActor.PropsFor(settings, _established, _log);
    }

    public static Props PropsFor(TcpSettings settings) =>
        Props.Create(() => new TcpManagerActor(settings)).WithDispatcher(settings.ManagementDispatcher);

    protected override bool Receive(object message)
    {
        switch (message)
        {
            case EstablishedSockets.Added:
                Context.ActorOf(_connectionProps);
                return true;
            case Tcp.Bind bind:
                Context.ActorOf(TcpListenerActor.PropsFor(_settings, bind, Sender, _established, _log));
                return true;
            case Tcp.Connect connect:
                Context.ActorOf(TcpConnectorActor.PropsFor(_settings, connect, Sender, _established, _log));
                return true;
            default:
                return false;
        }
    }

    // Children stop first, so nobody adds or takes a socket any more.
    protected override void PostStop() => _established.Dispose();

    protected override SupervisorStrategy SupervisorStrategy() => Tcp.ConnectionSupervisorStrategy;
}
