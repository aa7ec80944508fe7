using System.Diagnostics;
using System.Net.Sockets;
using ActorArbiter.Tests.RawTcp;

namespace ActorArbiter.Tests.Hostile;

/// <summary>
/// A server that may open fewer files than its connections need says so once, serves as many clients as fit, and goes on.
/// </summary>
public sealed class DescriptorShortageSpecs
{
    private const int MaxDescriptors = 560;
    private const int Room = 48;
    private const int Clients = 200;

    [Fact]
    public async Task Clients_that_no_descriptor_is_left_for_are_told_and_others_are_served_when_some_leave()
    {
        using var server = await HostServer.StartAsync(maxDescriptors: MaxDescriptors);

        var served = await server.SendAllAsync(Room, "PING\n");
        foreach (var client in served)
            await client.ExpectAsync("PONG\n");
        for (var i = 0; i < Clients; i++)
        {
            using var refused = await RawClient.ConnectAsync(server.EndPoint);
            Assert.Equal("ERROR busy open connections are limited to 48; try again later\n", await refused.ReadToEndAsync());
        }

        await server.ConnectionsAsync(open => open == Room);
        var used = await ProcessorTimeOfASecondAsync(server);
        Assert.True(used < TimeSpan.FromSeconds(0.5), $"the server was busy for {used} of a second without work");

        foreach (var client in served)
            client.Dispose();
        await server.ConnectionsAsync(open => open == 0);
        await server.ExpectGoodRoundAsync("last");
        Assert.Equal(0, await server.StopAsync());
        Assert.Single(await server.Error.Rest(), line => line.Contains("open files", StringComparison.Ordinal));
    }

    [Fact]
    public async Task More_clients_at_once_than_there_are_descriptors_do_not_end_the_server()
    {
        using var server = await HostServer.StartAsync(maxDescriptors: MaxDescriptors);
        var clients = new List<RawClient>();
        for (var i = 0; i < MaxDescriptors; i++)
        {
            if (await TryConnectAsync(server) is { } client)
                clients.Add(client);
        }

        clients.ForEach(client => client.Dispose());
        await server.ConnectionsAsync(open => open == 0);
        await server.ExpectGoodRoundAsync("last");
        Assert.Equal(0, await server.StopAsync());
    }

    [Fact]
    public async Task Clients_that_come_and_go_as_fast_as_they_can_do_not_use_up_the_descriptors()
    {
        using var server = await HostServer.StartAsync(maxDescriptors: MaxDescriptors);

        await Parallel.ForAsync(0, 5000, async (_, _) =>
        {
            using var client = await TryConnectAsync(server);
        });

        await server.ConnectionsAsync(open => open == 0);
        await server.ExpectGoodRoundAsync("last");
        Assert.Equal(0, await server.StopAsync());
        Assert.DoesNotContain(
            await server.Error.Rest(), line => line.Contains("Cannot accept connections", StringComparison.Ordinal));
    }

    /// <summary>A new client, unless it was cut at once.</summary>
    private static async Task<RawClient?> TryConnectAsync(HostServer server)
    {
        try
        {
            return await RawClient.ConnectAsync(server.EndPoint);
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static async Task<TimeSpan> ProcessorTimeOfASecondAsync(HostServer server)
    {
        var (before, started) = (server.ProcessorTime, Stopwatch.GetTimestamp());
        await Task.Delay(TimeSpan.FromSeconds(1)); // The wait is the input.
        return (server.ProcessorTime - before) / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
