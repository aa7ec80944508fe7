#if !AKKA_PACKAGES // 1.5.30 has no timestamps of received bytes.
using System.Net.Sockets;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Runtime.Tests.Stress;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>A listener that no timestamps come to: it waits for one for a second, and accepts after that.</summary>
[Collection(DescriptorCounting.Name)]
public class ReceiveTimestampFallbackSpecs(ITestOutputHelper output) : TcpSpecs(output)
{
    [KernelTimestampsFact]
    public async Task Where_none_come_the_clock_is_read_and_one_warning_says_why()
    {
        var warning = EventFilter.Warning(contains: "None came within 1 s");
        var server = await warning.ExpectOneAsync(() => BindAsync(options: new WithoutTimestamps()));

        await warning.ExpectAsync(0, async () =>
        {
            await ExpectClockAsync(server);
            await ExpectClockAsync(server);
        });
    }

    [KernelTimestampsFact]
    public async Task Clients_that_come_meanwhile_are_accepted_after_that()
    {
        var waiting = await BeginBindingAsync(pullMode: true);
        using var peer = await RawPeer.ConnectAsync(waiting.Option.Listener!.LocalEndPoint!);
        waiting.Listener.Tell(new Tcp.ResumeAccepting(1));

        await waiting.Handler.ExpectMsgAsync<Tcp.Bound>();
        await waiting.Handler.ExpectMsgAsync<Tcp.Connected>();
    }

    [KernelTimestampsFact]
    public async Task Unbinding_does_not_wait_for_them()
    {
        var waiting = await BeginBindingAsync();
        var unbinder = CreateTestProbe();

        unbinder.Send(waiting.Listener, Tcp.Unbind.Instance);

        await unbinder.ExpectMsgAsync<Tcp.Unbound>();
        await ExpectStoppedAsync(waiting.Listener);
        Assert.True(waiting.Option.Listener!.SafeHandle.IsClosed);
        await waiting.Handler.ExpectNoMsgAsync(AWhile);
    }

    [KernelTimestampsFact]
    public async Task A_listener_whose_handler_stops_meanwhile_closes_all_its_sockets()
    {
        var before = Footprint.Sockets();
        for (var i = 0; i < 50; i++)
        {
            var waiting = await BeginBindingAsync();
            Sys.Stop(waiting.Handler);
            await ExpectStoppedAsync(waiting.Listener);
        }

        // Fewer than one for each; a few of the runner's own may come and go.
        await AwaitAssertAsync(() => Assert.InRange(Footprint.Sockets(), 0, before + 20));
    }

    private async Task ExpectClockAsync(Server server)
    {
        using var peer = await RawPeer.ConnectAsync(server.Address);
        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
        var handler = CreateTestProbe();
        handler.Send(server.Handler.LastSender, new Tcp.Register(handler));
        await peer.SendAsync("x");
        var received = await handler.ExpectMsgAsync<Tcp.Received>();
        Assert.Equal(Tcp.ReceiveTimestampSource.Clock, received.Timestamp.Source);
    }

    /// <summary>A listener that still waits for the first timestamp.</summary>
    private async Task<Waiting> BeginBindingAsync(bool pullMode = false)
    {
        var handler = CreateTestProbe();
        var option = new WithoutTimestamps();
        handler.Send(Manager, new Tcp.Bind(handler, AnyPort, options: [option], pullMode: pullMode));
        // The manager has created it by the time it handles the next message, and it listens when it answers.
        await Manager.Ask<ActorIdentity>(new Identify(null));
        var listener = await Sys.ActorSelection(Manager.Path / "*").ResolveOne(TimeSpan.FromSeconds(20));
        return new Waiting(handler, listener, option);
    }

    private sealed record Waiting(TestProbe Handler, IActorRef Listener, WithoutTimestamps Option);

    /// <summary>Turns them off again on the listening socket.</summary>
    private sealed class WithoutTimestamps : Inet.SocketOption
    {
        public Socket? Listener { get; private set; }

        public override void BeforeServerSocketBind(Socket ss)
        {
            Listener = ss;
            KernelTimestampsOption.TurnOff(ss);
        }
    }
}
#endif
