using System.Net.Sockets;
using ActorArbiter.Ordering;
using ActorArbiter.StampedTcp;
using ActorArbiter.Transports;
using Akka.Actor;
using TestSupport;

namespace ActorArbiter.Tests.Transports;

/// <summary>What a connection does, whatever carries it.</summary>
public sealed class ClientSocketSpecs
{
    /// <summary>More than the kernel keeps for a client that does not read, with a small receive buffer.</summary>
    private const int Much = 8 * 1024 * 1024;

    private const int SmallBuffer = 4 * 1024;

    [Theory]
    [EachTransport]
    public Task Nothing_is_read_before_that_is_asked_for_and_then_once(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
        {
            await client.SendAsync("first");
            accepted.Told.ExpectNoMsg(TransportRun.AMoment);

            await accepted.ExpectAsync("first");

            await client.SendAsync("second");
            accepted.Told.ExpectNoMsg(TransportRun.AMoment);
            await accepted.ExpectAsync("second");
        }
    });

    [Theory]
    [EachTransport]
    public Task Who_asks_twice_before_anything_comes_is_told_once(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
        {
            await accepted.ReadOnAsync();
            await accepted.ReadOnAsync();
            await client.SendAsync("first");
            Assert.Equal("first"u8, accepted.Expect<OwnerProtocol.Received>().Bytes);

            await client.SendAsync("second");

            accepted.Told.ExpectNoMsg(TransportRun.AMoment);
        }
    });

    [Theory]
    [EachTransport]
    public Task Much_is_read_as_it_was_sent(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
        {
            var sent = RandomBytes(Much / 8);
            var sending = client.SendAsync(sent);

            Assert.Equal(sent, await accepted.ReadAsync(sent.Length));
            await sending;
        }
    });

    [Theory]
    [EachTransport]
    public Task What_a_client_sent_before_it_was_accepted_is_read(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var listener = run.Listen();
        using var client = await listener.ConnectAsync();
        await client.SendAsync("hello");
        client.HalfClose();

        var accepted = await listener.AcceptNextAsync();

        await accepted.ExpectAsync("hello");
        await accepted.ReadOnAsync();
        accepted.Expect<SocketProtocol.PeerClosed>();
    });

    [Theory]
    [InlineData("stamped", "kernel", StampSource.Kernel)]
    [InlineData("stamped", "read", StampSource.Read)]
    [InlineData("stamped", "off", StampSource.None)]
    [InlineData("akka-io", "kernel", StampSource.Read)]
    [InlineData("akka-io", "read", StampSource.Read)]
    [InlineData("akka-io", "off", StampSource.None)]
    public async Task What_is_read_has_the_stamp_that_the_settings_ask_for(string transport, string stamps, object source)
    {
        if (transport == "stamped" && !StampedTcpExtension.IsSupported)
            return;
        await TransportRun.PlayAsync(
            transport,
            async run =>
            {
                var (client, accepted) = await run.Listen().AcceptAsync();
                using (client)
                {
                    await accepted.ReadOnAsync();
                    var before = Now();
                    await client.SendAsync("hello");
                    var stamp = accepted.Expect<OwnerProtocol.Received>().Stamp;

                    Assert.Equal(source, stamp.Source);
                    if (stamp.IsKnown)
                        Assert.InRange(stamp.Nanoseconds, before, Now());
                }
            },
            stamps);
    }

    [Theory]
    [EachTransport]
    public Task What_is_sent_is_taken_at_once_or_told_of_once(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
        {
            if (!await accepted.SendAsync("hello"))
                accepted.Expect<SocketProtocol.Sent>();

            await client.ExpectAsync("hello");
            accepted.Told.ExpectNoMsg(TransportRun.AMoment);
        }
    });

    [Theory]
    [EachTransport]
    public Task What_the_kernel_has_no_room_for_is_sent_when_the_client_reads(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync(SmallBuffer);
        using (client)
        {
            var sent = RandomBytes(Much);
            Assert.False(await accepted.SendAsync(sent));
            Assert.False(await accepted.SendAsync("and more"));
            accepted.Told.ExpectNoMsg(TransportRun.AMoment);

            Assert.Equal(sent, await client.FillAsync(sent.Length));
            await client.ExpectAsync("and more");

            accepted.Expect<SocketProtocol.Sent>();
            accepted.Told.ExpectNoMsg(TransportRun.AMoment);
            await accepted.SendAllAsync("again");
            await client.ExpectAsync("again");
        }
    });

    [Theory]
    [EachTransport]
    public Task A_client_that_does_not_read_can_still_be_read_from(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync(SmallBuffer);
        using (client)
        {
            await accepted.SendAsync(RandomBytes(Much));

            await client.SendAsync("hello");

            await accepted.ExpectAsync("hello");
        }
    });

    [Theory]
    [EachTransport]
    public Task The_sending_side_ends_behind_all_that_waits(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync(SmallBuffer);
        using (client)
        {
            var sent = RandomBytes(Much);
            await accepted.SendAsync(sent);
            await accepted.SendAsync("the end");

            Assert.False(await accepted.EndSendingAsync());

            Assert.Equal(sent, await client.FillAsync(sent.Length));
            Assert.Equal("the end", await client.ReadToEndAsync());
            accepted.Expect<SocketProtocol.Sent>();

            // The client's side is open still.
            await client.SendAsync("and now?");
            await accepted.ExpectAsync("and now?");
            client.HalfClose();
            await accepted.ReadOnAsync();
            accepted.Expect<SocketProtocol.Closed>();
        }
    });

    [Theory]
    [EachTransport]
    public Task The_end_of_what_a_client_sends_is_read_behind_it(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
        {
            await client.SendAsync("hello");
            client.HalfClose();

            await accepted.ExpectAsync("hello");
            await accepted.ReadOnAsync();
            accepted.Expect<SocketProtocol.PeerClosed>();

            await accepted.SendAllAsync("goodbye");
            if (!await accepted.EndSendingAsync())
                accepted.Expect<SocketProtocol.Closed>();
            Assert.Equal("goodbye", await client.ReadToEndAsync());
        }
    });

    [Theory]
    [EachTransport]
    public Task Who_ends_its_side_and_reads_later_is_told_that_both_have_ended_when_all_is_sent(string transport) =>
        TransportRun.PlayAsync(transport, async run =>
        {
            var (client, accepted) = await run.Listen().AcceptAsync(SmallBuffer);
            using (client)
            {
                client.HalfClose();
                await accepted.ReadOnAsync();
                accepted.Expect<SocketProtocol.PeerClosed>();
                await accepted.SendAsync(RandomBytes(Much));

                Assert.False(await accepted.EndSendingAsync());

                accepted.Told.ExpectNoMsg(TransportRun.AMoment);
                Assert.Equal(Much, (await client.ReadBytesToEndAsync()).Length);
                accepted.Told.FishForMessage<SocketProtocol.Closed>(_ => true, TransportRun.Patience);
            }
        });

    [Theory]
    [EachTransport]
    public Task A_side_may_end_without_a_byte(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        await accepted.ReadOnAsync();
        Assert.False(await accepted.EndSendingAsync());
        Assert.Equal("", await client.ReadToEndAsync());

        client.Dispose();

        accepted.Expect<SocketProtocol.Closed>();
    });

    [Theory]
    [EachTransport]
    public Task A_connection_that_is_reset_while_it_is_read_from_is_lost_with_a_reason(string transport) =>
        TransportRun.PlayAsync(transport, async run =>
        {
            var (client, accepted) = await run.Listen().AcceptAsync();
            await accepted.ReadOnAsync();

            client.Reset();

            Assert.NotEmpty(accepted.Expect<SocketProtocol.Lost>().Reason);
        });

    [Theory]
    [EachTransport]
    public Task A_connection_that_is_reset_while_something_waits_is_lost_with_a_reason(string transport) =>
        TransportRun.PlayAsync(transport, async run =>
        {
            var (client, accepted) = await run.Listen().AcceptAsync(SmallBuffer);
            await accepted.SendAsync(RandomBytes(Much));

            client.Reset();

            Assert.NotEmpty(accepted.Expect<SocketProtocol.Lost>().Reason);
        });

    [Theory]
    [EachTransport]
    public Task What_is_sent_to_a_client_that_is_lost_fails_nobody(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        await accepted.ReadOnAsync();
        client.Reset();
        accepted.Expect<SocketProtocol.Lost>();

        await accepted.SendAsync("hello");
        await accepted.EndSendingAsync();
        await accepted.ReadOnAsync();

        await accepted.CallAsync(socket => socket.Close());
    });

    [Theory]
    [EachTransport]
    public Task Closing_resets(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
        {
            await accepted.CallAsync(socket => socket.Close());
            await accepted.CallAsync(socket => socket.Close());

            await ExpectResetAsync(() => client.ReadToEndAsync());
        }
    });

    [Theory]
    [EachTransport]
    public Task An_owner_that_ends_resets(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync(SmallBuffer);
        using (client)
        {
            await accepted.SendAsync(RandomBytes(Much));

            await accepted.Owner.GracefulStop(TransportRun.Patience);

            await ExpectResetAsync(() => client.ReadToEndAsync());
        }
    });

    [Theory]
    [EachTransport]
    public Task Closing_behind_the_end_of_the_sending_side_does_not_reset(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
        {
            await accepted.SendAllAsync("goodbye");
            await accepted.EndSendingAsync();
            await accepted.Owner.GracefulStop(TransportRun.Patience);

            Assert.Equal("goodbye", await client.ReadToEndAsync());
        }
    });

    [Theory]
    [EachTransport]
    public Task The_peer_is_who_connected(string transport) => TransportRun.PlayAsync(transport, async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        using (client)
            Assert.Equal(client.LocalEndPoint, await accepted.CallAsync(socket => socket.Peer));
    });

    [StampedFact(AkkaIoLacks.LossOfHalfOpenPeers)]
    public Task A_connection_whose_client_had_ended_its_side_is_lost_when_it_is_reset() => TransportRun.PlayAsync("stamped", async run =>
    {
        var (client, accepted) = await run.Listen().AcceptAsync();
        client.HalfClose();
        await accepted.ReadOnAsync();
        accepted.Expect<SocketProtocol.PeerClosed>();

        client.Reset();

        accepted.Expect<SocketProtocol.Lost>();
    });

    [Theory]
    [EachTransport]
    public Task A_connection_whose_own_side_has_ended_is_lost_when_it_is_reset(string transport) =>
        TransportRun.PlayAsync(transport, async run =>
        {
            var (client, accepted) = await run.Listen().AcceptAsync();
            await accepted.EndSendingAsync();
            await accepted.ReadOnAsync();
            Assert.Equal("", await client.ReadToEndAsync());

            client.Reset();

            accepted.Expect<SocketProtocol.Lost>();
        });

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }

    private static long Now() => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    private static async Task ExpectResetAsync(Func<Task> read)
    {
        var error = await Assert.ThrowsAsync<SocketException>(read);
        Assert.Equal(SocketError.ConnectionReset, error.SocketErrorCode);
    }
}
