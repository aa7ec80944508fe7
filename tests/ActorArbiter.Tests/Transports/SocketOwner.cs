using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Tests.Transports;

/// <summary>Owns a connection and tells a test what happens to it.</summary>
internal sealed class SocketOwner(IClientSocket socket, IActorRef test) : ActorBase
{
    public static Props PropsFor(IClientSocket socket, IActorRef test) => Props.Create(() => new SocketOwner(socket, test));

    protected override void PreStart() => socket.Open(Context);

    protected override void PostStop() => socket.Close();

    protected override bool Receive(object message)
    {
        switch (socket.Read(message))
        {
            case null:
                break;
            case OwnerProtocol.Call call:
                Sender.Tell(new OwnerProtocol.Done(call.Use(socket)));
                break;
            case SocketProtocol.Received received:
                test.Tell(new OwnerProtocol.Received(received.Bytes.ToArray(), received.Stamp));
                break;
            case var happened:
                test.Tell(happened);
                break;
        }

        return true;
    }
}
