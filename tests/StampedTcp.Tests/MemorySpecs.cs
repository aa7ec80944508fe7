using ActorArbiter.StampedTcp;
using Akka.Actor;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>Clients that come and go leave nothing.</summary>
[Collection(RunsAlone.Name)]
public sealed class MemorySpecs(ITestOutputHelper output) : StampedTcpSpecs(output, "akka.loglevel = WARNING")
{
    private const int Clients = 3_000;
    private const int AtOnce = 100;

    // A forgotten object for each that came and went would be several times as much.
    private const long Bound = 256 * 1024;

    [Fact]
    public async Task Thousands_that_connected_and_vanished_leave_no_object_and_no_descriptor()
    {
        var server = await ListenAsync();
        var gone = new List<WeakReference>();
        await ComeAndGoAsync(server, AtOnce, []);
        var (memory, sockets) = (Footprint.Memory(), Footprint.Sockets());

        await ComeAndGoAsync(server, Clients, gone);

        await Footprint.BackToAsync(sockets, Footprint.Sockets, "sockets");

        // The last turn's may be on a stack still.
        await Patience.UntilAsync(() => Alive(gone) <= 5, () => $"{Alive(gone)} of {gone.Count} are still referred to");
        gone = [];
        await Patience.UntilAsync(() => Footprint.Memory() - memory < Bound, () => $"{Clients} clients left {Footprint.Memory() - memory} bytes");
    }

    [Fact]
    public async Task Timers_that_were_started_and_cancelled_leave_no_object()
    {
        var owner = LoopActor.On(Sys);
        await StartAndCancelAsync();
        var memory = Footprint.Memory();

        for (var batch = 0; batch < 100; batch++)
            await StartAndCancelAsync();

        await Patience.UntilAsync(() => Footprint.Memory() - memory < Bound, () => $"Timers left {Footprint.Memory() - memory} bytes");

        Task StartAndCancelAsync() => owner.InTurnAsync(context =>
        {
            for (var number = 0; number < 1_000; number++)
            {
                var timer = ActorTimer.Of(context, "late");
                timer.Start(TimeSpan.FromHours(1));
                timer.Cancel();
            }
        });
    }

    /// <summary>Clients of which one resets, the next ends, one sends, and one does not even read.</summary>
    private async Task ComeAndGoAsync(TestServer server, int count, List<WeakReference> gone)
    {
        for (var come = 0; come < count; come += AtOnce)
        {
            var peers = new List<RawPeer>();
            var owners = new List<IActorRef>();
            for (var number = 0; number < AtOnce; number++)
            {
                peers.Add(await RawPeer.ConnectAsync(server.Address));
                owners.Add(await SpawnAsync(server, gone));
            }

            for (var number = 0; number < AtOnce; number++)
            {
                if (number % 4 == 1)
                    peers[number].EndSending();
                if (number % 4 >= 2)
                    peers[number].Socket.Send("hello"u8);
                if (number % 4 == 3)
                    peers[number].Dispose();
                else
                    peers[number].Reset();
            }

            foreach (var owner in owners)
            {
                Watch(owner);
                await ExpectTerminatedAsync(owner);
            }
        }
    }

    private async Task<IActorRef> SpawnAsync(TestServer server, List<WeakReference> gone)
    {
        var socket = await server.NextClientAsync();
        gone.Add(new WeakReference(socket));
        return Sys.ActorOf(socket.PropsFor(accepted =>
        {
            var owner = new Client(accepted);
            gone.Add(new WeakReference(owner));
            return owner;
        }));
    }

    private static int Alive(List<WeakReference> gone)
    {
        _ = Footprint.Memory();
        return gone.Count(reference => reference.IsAlive);
    }

    /// <summary>Sends back more than it gets, starts timers, and goes when its client does.</summary>
    private sealed class Client(StampedSocket socket) : UntypedActor
    {
        private ActorTimer? _timer;

        protected override void PreStart()
        {
            socket.Open(Context);
            socket.AwaitReadable();
            _timer = ActorTimer.Of(Context, "late");
            _timer.Start(TimeSpan.FromHours(1));
        }

        protected override void OnReceive(object message)
        {
            var status = message == SocketEvent.Failed ? ReceiveStatus.Lost : socket.Receive(out _, out _);
            if (status == ReceiveStatus.Bytes)
                socket.Send(new byte[100_000]);
            if (status is ReceiveStatus.End or ReceiveStatus.Lost)
                Context.Stop(Self);
            else
                socket.AwaitReadable();
        }

        protected override void PostStop() => _timer?.Cancel();
    }
}
