using System.Net;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Tests.Transports;

/// <summary>Owns a listening socket and tells a test what happens to it.</summary>
internal sealed class ListenerOwner : ActorBase
{
    private readonly IListenerSocket _socket;
    private readonly IActorRef _test;

    public ListenerOwner(ITransport transport, IPEndPoint address, IActorRef test)
    {
        _socket = transport.Listener(address);
        _test = test;
    }

    public static Props PropsFor(ITransport transport, IPEndPoint address, IActorRef test) =>
        Props.Create(() => new ListenerOwner(transport, address, test));

    protected override void PreStart() => _socket.Bind(Context);

    protected override void PostStop() => _socket.Close();

    protected override bool Receive(object message)
    {
        switch (_socket.Read(message))
        {
            case null:
                break;
            case OwnerProtocol.CallListener call:
                Sender.Tell(new OwnerProtocol.Done(call.Use(_socket)));
                break;
            case OwnerProtocol.Accept accept:
                var client = _socket.TryAccept();
                Sender.Tell(new OwnerProtocol.Done(client is null ? null : Context.ActorOf(SocketOwner.PropsFor(client, accept.Test))));
                break;
            case var happened:
                _test.Tell(happened);
                break;
        }

        return true;
    }
}
