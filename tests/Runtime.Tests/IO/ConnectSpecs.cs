using System.Net;
using System.Net.Sockets;
using Akka.IO;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public abstract class ConnectSpecs(ITestOutputHelper output, string config = "") : TcpSpecs(output, config)
{
    [Fact]
    public async Task Both_sides_of_a_connection_exchange_bytes()
    {
        using var link = await ConnectAsync();

        link.Send(Text("ping"));
        Assert.Equal("ping", await link.Peer.ReceiveTextAsync(4));
        await link.Peer.SendAsync("pong");
        Assert.Equal("pong", await ReceiveTextAsync(link.Handler, 4));
    }

    [Fact]
    public async Task A_name_is_looked_up()
    {
        using var listener = RawListener();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;

        Manager.Tell(new Tcp.Connect(new DnsEndPoint("localhost", port)), TestActor);

        var connected = await ExpectMsgAsync<Tcp.Connected>();
        Assert.Equal(port, ((IPEndPoint)connected.RemoteAddress).Port);
    }

    [Fact]
    public async Task Connecting_to_a_closed_port_fails()
    {
        var closed = RawListener();
        var connect = new Tcp.Connect(closed.LocalEndPoint!);
        closed.Dispose();

        Manager.Tell(connect, TestActor);

        var failed = await ExpectMsgAsync<Tcp.CommandFailed>();
        Assert.Same(connect, failed.Cmd);
        Assert.True(failed.Cause.HasValue);
    }

    [BundledOnlyFact("1.5.30 retries and then says that finishConnect never returned true.")]
    public async Task The_cause_of_a_refused_connect_is_the_sockets_error()
    {
        var closed = RawListener();
        var address = closed.LocalEndPoint!;
        closed.Dispose();

        Manager.Tell(new Tcp.Connect(address), TestActor);

        var failed = await ExpectMsgAsync<Tcp.CommandFailed>();
        var cause = Assert.IsType<SocketException>(failed.Cause.Value);
        Assert.Equal(SocketError.ConnectionRefused, cause.SocketErrorCode);
    }

    [Fact]
    public async Task Connecting_to_a_name_that_does_not_resolve_fails()
    {
        var connect = new Tcp.Connect(new DnsEndPoint("no-such-host.invalid", 80));

        Manager.Tell(connect, TestActor);

        var failed = await ExpectMsgAsync<Tcp.CommandFailed>();
        Assert.Same(connect, failed.Cmd);
    }

    [Fact]
    public async Task A_connect_that_takes_too_long_fails()
    {
        // A listener whose backlog is full does not answer further clients.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(AnyPort);
        listener.Listen(0);
        using var first = await RawPeer.ConnectAsync(listener.LocalEndPoint!);
        var connect = new Tcp.Connect(listener.LocalEndPoint!, timeout: TimeSpan.FromMilliseconds(300));

        Manager.Tell(connect, TestActor);

        var failed = await ExpectMsgAsync<Tcp.CommandFailed>();
        Assert.Same(connect, failed.Cmd);
        Assert.IsType<ConnectException>(failed.Cause.Value);
    }

    [Fact]
    public async Task The_local_address_of_a_connection_can_be_chosen()
    {
        using var listener = RawListener();

        Manager.Tell(new Tcp.Connect(listener.LocalEndPoint!, new IPEndPoint(IPAddress.Loopback, 0)), TestActor);

        await ExpectMsgAsync<Tcp.Connected>();
        using var peer = await RawPeer.AcceptAsync(listener);
        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)peer.Socket.RemoteEndPoint!).Address);
    }

    [Fact]
    public async Task A_connection_without_a_handler_is_reset_when_its_commander_stops()
    {
        using var listener = RawListener();
        var commander = CreateTestProbe();
        commander.Send(Manager, new Tcp.Connect(listener.LocalEndPoint!));
        await commander.ExpectMsgAsync<Tcp.Connected>();
        using var peer = await RawPeer.AcceptAsync(listener);

        Sys.Stop(commander);

        await peer.ExpectResetAsync();
        await ExpectStoppedAsync(commander.LastSender);
    }
}

public class ConnectOnAThreadPoolSpecs(ITestOutputHelper output) : ConnectSpecs(output);

#if !AKKA_PACKAGES // There all sockets are waited for in the same way.
public class ConnectOnAnEventLoopSpecs(ITestOutputHelper output) : ConnectSpecs(output, EventLoop);
#endif
