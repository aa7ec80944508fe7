using System.Text;

namespace ActorArbiter.Tests.Tcp;

/// <summary>How the acknowledgment reaches clients that read, send and close in their own ways.</summary>
public sealed class ClassicReplySpecs
{
    private const string Sentence = "X: Alice received before Y: Bob";

    [Theory]
    [InlineData("Client X: Alice\n", "Client Y: Bob", "\n", "")]
    [InlineData("Client X: Alice\r\n", "Client Y: Bob\n", "\r\n", "\n")]
    [InlineData("Client X: Alice", "Client Y: Bob\r\n", "", "\r\n")]
    public async Task Each_acknowledgment_ends_as_its_own_message_did(string x, string y, string endX, string endY)
    {
        await using var server = await ArbiterFixture.StartAsync();

        Assert.Equal([Sentence + endX, Sentence + endY], await server.PlayAsync(x, y));
    }

    [Fact]
    public async Task A_buffer_of_80_bytes_is_not_filled_by_a_short_acknowledgment_but_ended_by_the_close()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal(Sentence + "\n", Encoding.UTF8.GetString(await x.FillAsync(80)));
        Assert.Equal(Sentence + "\n", Encoding.UTF8.GetString(await y.FillAsync(80)));
    }

    [Fact]
    public async Task A_buffer_of_80_bytes_is_filled_by_a_long_acknowledgment_and_the_rest_harms_nobody()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var sentence = $"X: {new string('a', 256)} received before Y: Bob\n";
        using (var x = await server.SendAsync($"Client X: {new string('a', 256)}\n"))
        {
            await server.SubmittedAsync("aaa");
            using var y = await server.SendAsync("Client Y: Bob\n");

            Assert.Equal(sentence[..80], Encoding.UTF8.GetString(await x.FillAsync(80)));
            Assert.Equal(sentence, await y.ReadToEndAsync());
        }

        await server.ExpectGoodRoundAsync();
    }

    [Fact]
    public async Task Bytes_sent_after_the_message_never_turn_the_close_into_a_reset()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice\n" + new string('x', 20_000));
        await server.SubmittedAsync("Alice");
        await x.SendAsync(new string('x', 20_000));
        using var y = await server.SendAsync("Client Y: Bob\n" + new string('y', 20_000));
        await x.ExpectAsync(Sentence + "\n");
        await y.ExpectAsync(Sentence + "\n");

        await x.SendAsync(new string('x', 40_000));
        await y.SendAsync(new string('y', 40_000));

        Assert.Empty(await x.ReadToEndAsync());
        Assert.Empty(await y.ReadToEndAsync());
    }

    [Fact]
    public async Task The_server_closes_in_full_when_the_client_does()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { Linger = TimeSpan.FromHours(1) },
            Ordering = options.Ordering with { Contenders = 1 },
        });
        var client = await server.SendAsync("Client X: Alice\n");
        var connection = await server.SubmittedAsync("Alice");
        Assert.Equal("X: Alice\n", await client.ReadToEndAsync());

        client.Dispose();

        await server.Log.SeenAsync($"connection {connection} is closed");
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("was lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_never_closes_is_closed_when_the_linger_time_is_over()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { Linger = TimeSpan.FromMilliseconds(100) },
            Ordering = options.Ordering with { Contenders = 1 },
        });
        using var client = await server.SendAsync("Client X: Alice\n");
        var connection = await server.SubmittedAsync("Alice");

        Assert.Equal("X: Alice\n", await client.ReadToEndAsync());
        await server.Log.SeenAsync($"connection {connection} is closed");
    }

    [Fact]
    public async Task A_client_that_sends_without_end_after_the_verdict_is_closed_when_the_linger_time_is_over()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { Linger = TimeSpan.FromMilliseconds(100) },
            Ordering = options.Ordering with { Contenders = 1 },
        });
        using var client = await server.SendAsync("Client X: Alice\n");
        var connection = await server.SubmittedAsync("Alice");
        await client.ExpectAsync("X: Alice\n");

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            while (true)
                await client.SendAsync(new string('x', 64 * 1024));
        });

        await server.Log.SeenAsync($"connection {connection} is closed");
    }

    [Fact]
    public async Task A_client_that_half_closes_right_after_its_message_gets_the_acknowledgment()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice\n");
        x.HalfClose();
        await server.SubmittedAsync("Alice");
        using var y = await server.SendAsync("Client Y: Bob\r\n");
        y.HalfClose();

        Assert.Equal(Sentence + "\n", await x.ReadToEndAsync());
        Assert.Equal(Sentence + "\r\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_may_connect_long_before_it_sends()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var early = await server.ConnectAsync();
        await server.ExpectGoodRoundAsync();
        await server.ExpectGoodRoundAsync();

        await early.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal(Sentence + "\n", await early.ReadToEndAsync());
        Assert.Equal(Sentence + "\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_connects_and_closes_without_a_byte_harms_nobody()
    {
        await using var server = await ArbiterFixture.StartAsync();

        (await server.ConnectAsync()).Dispose();
        using var halfClosed = await server.ConnectAsync();
        halfClosed.HalfClose();

        Assert.Empty(await halfClosed.ReadToEndAsync());
        await server.ExpectGoodRoundAsync();
    }
}
