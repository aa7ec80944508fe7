using Akka.IO;
using Runtime.Tests.Stress;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

/// <summary>Counts the descriptors of the process, so nothing else may run beside it.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class DescriptorCounting
{
    public const string Name = "Counts descriptors";
}

[Collection(DescriptorCounting.Name)]
public abstract class ManyConnectionsSpecs : TcpSpecs
{
    protected ManyConnectionsSpecs(ITestOutputHelper output, string timestamps, string config = "")
        : base(output, $"akka.io.tcp.receive-timestamps = {timestamps}\n{config}")
    {
    }

    [Fact]
    public async Task A_thousand_connections_leave_no_socket_and_no_actor()
    {
        var server = await BindAsync();
        await OpenAndCloseAsync(server);
        var before = Footprint.Sockets();

        for (var i = 0; i < 1_000; i++)
            await OpenAndCloseAsync(server);

        // A few of the runner's own may come and go.
        await AwaitAssertAsync(() => Assert.InRange(Footprint.Sockets(), 0, before + 20));
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
}

public class ManyConnectionsWithTheKernelsTimestampsSpecs(ITestOutputHelper output)
    : ManyConnectionsSpecs(output, "kernel");

#if !AKKA_PACKAGES // There it is the same again.
public class ManyConnectionsWithTheClocksTimestampsSpecs(ITestOutputHelper output)
    : ManyConnectionsSpecs(output, "clock");

public class ManyConnectionsWithoutTimestampsSpecs(ITestOutputHelper output)
    : ManyConnectionsSpecs(output, "off");

public class ManyConnectionsOnAnEventLoopSpecs(ITestOutputHelper output)
    : ManyConnectionsSpecs(output, "kernel", EventLoop);
#endif
