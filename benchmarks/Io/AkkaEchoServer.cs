using System.Net;
using Akka.Actor;
using Akka.IO;

namespace Benchmarks.Io;

/// <summary>An echo server on Akka.IO: one actor per connection that writes what it receives.</summary>
internal sealed class AkkaEchoServer : UntypedActor
{
    private IActorRef _asker = ActorRefs.Nobody;

    /// <summary>Binds to a free port. Asked anything, the actor answers with its address.</summary>
    public static async Task<IPEndPoint> BindAsync(ActorSystem system) =>
        await system.ActorOf(Props.Create(() => new AkkaEchoServer())).Ask<IPEndPoint>("bind").ConfigureAwait(false);

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Bound bound:
                _asker.Tell(bound.LocalAddress);
                break;
            case Tcp.Connected:
                Sender.Tell(new Tcp.Register(Context.ActorOf(Props.Create(() => new Connection()))));
                break;
            case "bind":
                _asker = Sender;
                Context.System.Tcp().Tell(new Tcp.Bind(Self, new IPEndPoint(IPAddress.IPv6Loopback, 0), backlog: 1024));
                break;
        }
    }

    private sealed class Connection : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is Tcp.Received received)
                Sender.Tell(Tcp.Write.Create(received.Data));
            else if (message is Tcp.ConnectionClosed)
                Context.Stop(Self);
        }
    }
}
