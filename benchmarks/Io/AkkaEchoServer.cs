using System.Net;
using Akka.Actor;
using Akka.IO;

namespace Benchmarks.Io;

/// <summary>
/// An echo server on Akka.IO: one actor per connection that writes what it receives. Asked <see cref="Bind"/>, it binds to
/// a free port and answers with its address.
/// </summary>
internal sealed class AkkaEchoServer : UntypedActor
{
    private IActorRef _asker = ActorRefs.Nobody;

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
            case Bind:
                _asker = Sender;
                Context.System.Tcp().Tell(new Tcp.Bind(Self, new IPEndPoint(IPAddress.IPv6Loopback, 0), backlog: 1024));
                break;
        }
    }

    public sealed record Bind;

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
