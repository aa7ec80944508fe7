using ActorArbiter.Server;

namespace ActorArbiter.Tests.Tcp;

/// <summary>Every byte is sent back.</summary>
public sealed class EchoSpecs
{
    [Fact]
    public async Task Every_byte_comes_back_as_it_was()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Echo);
        using var client = await server.ConnectAsync();
        byte[] all = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];

        await client.SendAsync(all);

        Assert.Equal(all, await client.FillAsync(all.Length));
    }

    [Fact]
    public async Task A_conversation_goes_on_as_long_as_the_client_wants()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Echo);
        using var client = await server.ConnectAsync();

        for (var i = 0; i < 100; i++)
        {
            await client.SendAsync($"line {i}\n");
            await client.ExpectAsync($"line {i}\n");
        }
    }

    [Fact]
    public async Task A_half_close_ends_the_echo_behind_its_last_byte()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Echo);
        using var client = await server.SendAsync("the end");
        client.HalfClose();

        Assert.Equal("the end", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task Much_data_comes_back_in_full_to_a_client_that_reads_only_when_all_is_sent()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Echo);
        using var client = await server.ConnectAsync(receiveBuffer: 4096);
        var data = new byte[8 * 1024 * 1024];
        new Random(7).NextBytes(data);

        var sending = Task.Run(async () =>
        {
            await client.SendAsync(data);
            client.HalfClose();
        });
        // The first byte is read when the way back is full of others.
        await client.FillAsync(1);
        var received = await client.ReadBytesToEndAsync();

        await sending;
        Assert.Equal(data[1..], received);
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_up_nobody_else()
    {
        await using var server = await ArbiterFixture.StartAsync(ListenerProfile.Echo);
        using var stalled = await server.ConnectAsync(receiveBuffer: 4096);
        var stalledSends = stalled.SendAsync(new byte[32 * 1024 * 1024]);

        using (var other = await server.SendAsync("hello"))
            await other.ExpectAsync("hello");

        Assert.False(stalledSends.IsCompleted);
        stalled.Reset();
        await Assert.ThrowsAnyAsync<Exception>(() => stalledSends);
    }

    [Fact]
    public async Task A_client_that_sends_nothing_is_closed_when_it_is_idle()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners = [ArbiterFixture.Listener(1, ListenerProfile.Echo)],
            Connections = options.Connections with { IdleTimeout = TimeSpan.FromMilliseconds(100) },
        });
        using var client = await server.SendAsync("hello");

        Assert.Equal("hello", await client.ReadToEndAsync());
    }

    [Fact]
    public async Task An_echo_listener_stands_beside_a_classic_one()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners =
            [
                ArbiterFixture.Listener(1, ListenerProfile.Classic),
                ArbiterFixture.Listener(2, ListenerProfile.Echo),
            ],
        });
        using var echo = await server.SendAsync("Client X: Alice\n", listener: 2);

        await echo.ExpectAsync("Client X: Alice\n");
        await server.ExpectGoodRoundAsync();
    }
}
