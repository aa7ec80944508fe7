using Akka.IO;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>Counts the descriptors of the process, so nothing else may run beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class DescriptorCounting
{
    public const string Name = "Counts descriptors";
}

[Collection(DescriptorCounting.Name)]
public class ManyConnectionsSpecs(ITestOutputHelper output) : TcpSpecs(output)
{
    private const string Descriptors = "/proc/self/fd";

    [Fact]
    public async Task A_thousand_connections_leave_no_socket_and_no_actor()
    {
        var server = await BindAsync();
        await OpenAndCloseAsync(server);
        var before = Sockets();

        for (var i = 0; i < 1_000; i++)
            await OpenAndCloseAsync(server);

        // A few of the runner's own may come and go.
        await AwaitAssertAsync(() => Assert.InRange(Sockets(), 0, before + 20));
    }

    private async Task OpenAndCloseAsync(Server server)
    {
        var client = CreateTestProbe();
        client.Send(Manager, new Tcp.Connect(server.Address));
        await client.ExpectMsgAsync<Tcp.Connected>();
        var outgoing = client.LastSender;
        client.Send(outgoing, new Tcp.Register(client));

        await server.Handler.ExpectMsgAsync<Tcp.Connected>();
        var incoming = server.Handler.LastSender;
        server.Handler.Send(incoming, new Tcp.Register(server.Handler));

        client.Send(outgoing, Tcp.Close.Instance);
        await client.ExpectMsgAsync<Tcp.Closed>();
        await server.Handler.ExpectMsgAsync<Tcp.PeerClosed>();

        client.Watch(outgoing);
        await client.ExpectTerminatedAsync(outgoing);
        client.Watch(incoming);
        await client.ExpectTerminatedAsync(incoming);
        Sys.Stop(client);
    }

    private static int Sockets()
    {
        if (!OperatingSystem.IsLinux()) return 0;

        var sockets = 0;
        foreach (var descriptor in Directory.GetFiles(Descriptors))
        {
            // A descriptor may be closed between the listing and the look at it.
            var target = new FileInfo(descriptor).LinkTarget;
            if (target?.StartsWith("socket:", StringComparison.Ordinal) == true) sockets++;
        }

        return sockets;
    }
}
