using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp.Sessions;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>What operators read in the log is about clients and verdicts: never that actors told somebody who had gone.</summary>
public sealed class QuietLogSpecs
{
    [Fact]
    public async Task Clients_that_come_and_go_in_every_way_leave_no_undelivered_message()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Listeners =
            [
                ArbiterFixture.Listener(1, ListenerProfile.Classic),
                ArbiterFixture.Listener(2, ListenerProfile.Greeting),
                ArbiterFixture.Listener(3, ListenerProfile.Echo),
            ],
        });

        await server.ExpectGoodRoundAsync();
        await PlaySessionsAsync(server);
        await EchoAsync(server);
        await LeaveInTheMiddleAsync(server);
        using var silent = await server.ConnectAsync();
        using var seated = await server.ConnectAsync(listener: 2);
        using var waiting = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        server.Stop();
        Assert.Null(await server.EndedAsync());

        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("dead letter", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(server.Log.Lines, line => line.Contains("unhandled", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(server.Log.Lines, line => line.StartsWith("ErrorLevel", StringComparison.Ordinal));
    }

    private static async Task PlaySessionsAsync(ArbiterFixture server)
    {
        using var round = await RoundOfTwo.StartAsync(server, "final");
        await round.DecideAsync();
        using var quitting = await server.SendAsync("PING\nQUIT\n");
        Assert.Equal("PONG\nBYE\n", await quitting.ReadToEndAsync());
    }

    private static async Task EchoAsync(ArbiterFixture server)
    {
        using var client = await server.SendAsync("hello", listener: 3);
        await client.ExpectAsync("hello");
        client.HalfClose();
        Assert.Equal("", await client.ReadToEndAsync());
    }

    private static async Task LeaveInTheMiddleAsync(ArbiterFixture server)
    {
        const int MuchMore = 16 * 1024 * 1024;
        (await server.SendAsync("Client X: half a messa")).Reset();
        var waiting = await server.SendAsync("Client X: gone\n");
        await server.SubmittedAsync("gone");
        waiting.Reset();
        (await server.SendAsync("JOIN left X\nSEND hello\n")).Dispose();
        (await server.ConnectAsync(listener: 2)).Dispose();

        // It does not read what it has the server echo, and is cut off in the midst of it.
        var client = await server.ConnectAsync(listener: 3, receiveBuffer: 4096);
        var sending = client.SendAsync(new byte[MuchMore]);
        await client.FillAsync(1024);
        client.Reset();
        await Assert.ThrowsAnyAsync<Exception>(() => sending);
        await server.Log.SeenAsync("was lost: ");
    }
}
