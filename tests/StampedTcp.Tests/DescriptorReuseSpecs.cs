using ActorArbiter.StampedTcp;
using StampedTcp.Tests.Support;
using Xunit.Abstractions;

namespace StampedTcp.Tests;

/// <summary>Descriptors and the loop's own keys are used again as soon as they are free: what is told of the last socket is not for the next.</summary>
public sealed class DescriptorReuseSpecs(ITestOutputHelper output) : StampedTcpSpecs(output)
{
    [Fact]
    public async Task What_came_for_a_closed_socket_does_not_reach_the_next_one()
    {
        var server = await ListenAsync();
        for (var round = 0; round < 20; round++)
        {
            using var first = await server.ConnectAsync();
            using var second = await server.ConnectAsync();
            using var peer = await RawPeer.ConnectAsync(server.Address);
            var owner = LoopActor.On(Sys);
            var context = await owner.InTurnAsync(context => context);
            var next = default(StampedSocket);

            // Told in the same round as the second socket's bytes, and before them.
            first.Owner.Reaction = _ =>
            {
                second.Socket.Close();
                next = server.Listener.TryAccept();
                next!.Open(context);
                next.AwaitReadable();
            };
            await first.AwaitReadableAsync();
            await second.AwaitReadableAsync();
            using (await server.Owner.BlockAsync())
            {
                await first.Peer.SendAsync("1");
                await second.Peer.SendAsync("2");
            }

            await first.ExpectAsync(SocketEvent.Readable);
            await server.SettleAsync();
            Assert.False(second.Owner.IsTold);
            Assert.False(owner.IsTold);
            using var link = new Link(next!, owner, peer);
            await peer.SendAsync("3");
            await owner.ExpectAsync(SocketEvent.Readable);
            Assert.Equal("3", (await link.ReceiveAsync()).Text);
            await link.CloseAsync();
            await first.CloseAsync();
        }
    }

    [Fact]
    public async Task Each_of_many_sockets_in_turn_gets_what_is_its_own()
    {
        var server = await ListenAsync();
        for (var number = 0; number < 50; number++)
        {
            using var link = await server.ConnectAsync();
            await link.Peer.SendAsync($"{number:d3}");
            Assert.Equal($"{number:d3}", await link.ReadTextAsync(3));
            Assert.True(await link.SendAsync($"{number:d3}"));
            Assert.Equal($"{number:d3}", await link.Peer.ReceiveTextAsync(3));
            await link.CloseAsync();
        }
    }

    [Fact]
    public async Task A_socket_that_waited_for_space_leaves_nothing_of_that_to_the_next()
    {
        var server = await ListenAsync(WithLittleSpace);
        for (var round = 0; round < 10; round++)
        {
            using var full = await ConnectWithLittleSpaceAsync(server);
            Assert.False(await full.SendAsync(Pattern(2_000_000)));
            await full.CloseAsync();

            using var next = await server.ConnectAsync();
            Assert.True(await next.SendAsync("x"));
            await server.SettleAsync();
            Assert.False(next.Owner.IsTold);
            Assert.Equal("x", await next.Peer.ReceiveTextAsync(1));
            await next.CloseAsync();
        }
    }
}
