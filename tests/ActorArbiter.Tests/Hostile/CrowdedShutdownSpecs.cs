using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.Hostile;

/// <summary>A server that is stopped with many sessions connected tells them, and does not wait for those who do not read.</summary>
public sealed class CrowdedShutdownSpecs
{
    private static readonly string Questions = string.Concat(Enumerable.Repeat("HELP\n", 10_000));

    [Fact]
    public async Task All_sessions_that_read_are_told_and_the_server_ends_in_order()
    {
        const int Idle = 200;
        const int Joined = 100;
        const int Deaf = 20;
        using var server = await HostServer.StartAsync();
        var idle = await server.SendAllAsync(Idle, "PING\n");
        foreach (var client in idle)
            await client.ExpectAsync("PONG\n");
        var joined = new List<RawClient>();
        for (var number = 1; number <= Joined; number++)
        {
            joined.Add(await server.SendAsync($"JOIN round C{number} of=101 brief=yes\nPING\n"));
            await joined[^1].ExpectAsync("PONG\n");
        }

        var deaf = new List<RawClient>();
        for (var number = 1; number <= Deaf; number++)
        {
            deaf.Add(await RawClient.ConnectAsync(server.EndPoint, receiveBuffer: 4096));
            await deaf[^1].SendAsync(Questions);
        }

        await server.ConnectionsAsync(open => open == Idle + Joined + Deaf);

        Assert.Equal(0, await server.StopAsync());

        foreach (var client in idle.Concat(joined))
            Assert.Equal("ERROR shutting-down the server is stopping\n", await client.ReadToEndAsync());
        foreach (var client in idle.Concat(joined).Concat(deaf))
            client.Dispose();
    }
}
