using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>Whatever goes wrong, no descriptor is left open.</summary>
[Collection(RunsAlone.Name)]
public sealed class DescriptorSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    private const int Times = 50;

    [Fact]
    public async Task Of_owners_that_could_not_be_made()
    {
        var server = await ListenAsync();

        await AssertNoneIsLeftAsync(async () =>
        {
            using var peer = await RawPeer.ConnectAsync(server.Address);
            var socket = await server.NextClientAsync();
            Sys.ActorOf(socket.PropsFor<Unmade>(_ => throw new TimeoutException()));
            await peer.ExpectResetAsync();
        });
    }

    [Fact]
    public async Task Of_owners_that_could_not_start()
    {
        var server = await ListenAsync();

        await AssertNoneIsLeftAsync(async () =>
        {
            using var peer = await RawPeer.ConnectAsync(server.Address);
            var socket = await server.NextClientAsync();
            Sys.ActorOf(socket.PropsFor(accepted => new Unmade(accepted)));
            await peer.ExpectResetAsync();
        });
    }

    [Fact]
    public async Task Of_addresses_that_could_not_be_bound()
    {
        var server = await ListenAsync();
        var owner = LoopActor.On(Sys);

        await AssertNoneIsLeftAsync(() => Assert.ThrowsAsync<SocketException>(
            () => owner.InTurnAsync(context => StampedTcpExtension.For(Sys).Listen(context, server.Address))));
    }

    [Fact]
    public async Task Of_listeners_that_could_not_be_configured()
    {
        var owner = LoopActor.On(Sys);
        var options = new StampedListenerOptions { Configure = _ => throw new TimeoutException() };

        await AssertNoneIsLeftAsync(() => Assert.ThrowsAsync<TimeoutException>(
            () => owner.InTurnAsync(context => StampedTcpExtension.For(Sys).Listen(context, TestServer.AnyPort, options))));
    }

    [Fact]
    public async Task Of_listeners_that_ended_with_clients_in_every_state()
    {
        await AssertNoneIsLeftAsync(async () =>
        {
            var server = await TestServer.StartAsync(Sys, new StampedListenerOptions { KernelTimestamps = false });
            using var open = await server.ConnectAsync();
            using var accepted = await server.AcceptAsync();
            using var waiting = await RawPeer.ConnectAsync(server.Address);
            await server.DisposeAsync();
            await open.CloseAsync();
            await accepted.Peer.ExpectResetAsync();
        });
    }

    [Fact]
    public async Task Of_sockets_that_were_closed_while_they_sent()
    {
        var server = await ListenAsync(WithLittleSpace);

        await AssertNoneIsLeftAsync(async () =>
        {
            using var link = await ConnectWithLittleSpaceAsync(server);
            Assert.False(await link.SendAsync(new byte[1_000_000]));
            await link.EndSendingAsync();
            await link.CloseAsync();
        });
    }

    private static async Task AssertNoneIsLeftAsync(Func<Task> action)
    {
        await action();
        var before = Footprint.Sockets();
        for (var time = 0; time < Times; time++)
            await action();

        // Some of the first time may be left open a little longer than the count before.
        await Footprint.BackToAsync(before, Footprint.Sockets, "sockets");
    }

    private sealed class Unmade(StampedSocket socket) : UntypedActor
    {
        protected override void PreStart()
        {
            socket.Open(Context);
            throw new TimeoutException();
        }

        protected override void OnReceive(object message)
        {
        }
    }
}
