using System.Net;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Event;
using Akka.Hosting;

namespace StampedTcp.Tests.Docs;

/// <summary>The example of the library's README.md.</summary>
internal static class EchoExample
{
    public static AkkaConfigurationBuilder WithEcho(this AkkaConfigurationBuilder akka, IPEndPoint address) => akka
        .WithStampedTcp()
        .WithActors((system, _) => system.ActorOf(
            Props.Create(() => new EchoListener(address)).WithDispatcher(StampedTcpExtension.DispatcherId), "echo"));

    public sealed class EchoListener(IPEndPoint address) : UntypedActor
    {
        private StampedListener? _listener;

        protected override void PreStart()
        {
            _listener = StampedTcpExtension.For(Context.System).Listen(Context, address);
            _listener.AwaitClient();
        }

        protected override void OnReceive(object message)
        {
            if (_listener?.TryAccept() is { } client)
                Context.ActorOf(client.PropsFor(socket => new EchoConnection(socket)));
            _listener?.AwaitClient();
        }

        protected override void PostStop() => _listener?.Dispose();

        protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;
    }

    public sealed class EchoConnection(StampedSocket socket) : UntypedActor
    {
        protected override void PreStart()
        {
            socket.Open(Context);
            socket.AwaitReadable();
        }

        // Readable, or Sent: the client has read enough, and we read on.
        protected override void OnReceive(object message)
        {
            if (message == SocketEvent.Failed)
                Context.Stop(Self);
            else
                Read();
        }

        private void Read()
        {
            switch (socket.Receive(out var bytes, out var time))
            {
                case ReceiveStatus.Bytes:
                    Context.GetLogger().Debug("{0} bytes came at {1} ns, says the {2}", bytes.Length, time.Nanoseconds, time.Source);
                    if (socket.Send(bytes.ToArray()))
                        socket.AwaitReadable();
                    break;
                case ReceiveStatus.Nothing:
                    socket.AwaitReadable();
                    break;
                case ReceiveStatus.End:
                    socket.EndSending(); // Without it, to close would be to reset.
                    Context.Stop(Self);
                    break;
                case ReceiveStatus.Lost:
                    Context.Stop(Self);
                    break;
            }
        }
    }
}
