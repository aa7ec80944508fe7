using System.Net;
using System.Net.Sockets;
using Akka.IO;
using TestSupport;
using Xunit.Abstractions;

namespace Runtime.Tests.IO;

public class BindSpecs(ITestOutputHelper output) : TcpSpecs(output)
{
    [Fact]
    public async Task A_bound_listener_says_which_port_it_took()
    {
        var server = await BindAsync();

        Assert.NotEqual(0, ((IPEndPoint)server.Address).Port);
        using var peer = await RawPeer.ConnectAsync(server.Address);
        var connected = await server.Handler.ExpectMsgAsync<Tcp.Connected>();
        Assert.Equal(server.Address, connected.LocalAddress);
        Assert.Equal(peer.Socket.LocalEndPoint, connected.RemoteAddress);
    }

    [Fact]
    public async Task Binding_a_port_in_use_fails_with_its_cause()
    {
        var server = await BindAsync();
        var bind = new Tcp.Bind(TestActor, server.Address);

        Manager.Tell(bind, TestActor);

        var failed = await ExpectMsgAsync<Tcp.CommandFailed>();
        Assert.Same(bind, failed.Cmd);
        var cause = Assert.IsType<SocketException>(failed.Cause.Value);
        Assert.Equal(SocketError.AddressAlreadyInUse, cause.SocketErrorCode);
        Assert.Contains(cause.Message, failed.CauseString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_can_be_bound_again_right_after_unbinding_it()
    {
        var server = await BindAsync();
        using var peer = await RawPeer.ConnectAsync(server.Address);
        await server.Handler.ExpectMsgAsync<Tcp.Connected>();

        server.Handler.Send(server.Listener, Tcp.Unbind.Instance);
        await server.Handler.ExpectMsgAsync<Tcp.Unbound>();
        Manager.Tell(new Tcp.Bind(TestActor, server.Address), TestActor);

        Assert.Equal(server.Address, (await ExpectMsgAsync<Tcp.Bound>()).LocalAddress);
    }

    [Fact]
    public async Task An_unbound_listener_refuses_clients_and_stops()
    {
        var server = await BindAsync();

        server.Handler.Send(server.Listener, Tcp.Unbind.Instance);
        await server.Handler.ExpectMsgAsync<Tcp.Unbound>();

        var refused = await Assert.ThrowsAsync<SocketException>(() => RawPeer.ConnectAsync(server.Address));
        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        await ExpectStoppedAsync(server.Listener);
    }

    [BundledOnlyFact("1.5.30's connections are children of their listener and are reset when it is unbound.")]
    public async Task Connections_live_on_when_their_listener_is_unbound()
    {
        using var link = await AcceptAsync();

        link.Handler.Send(link.Server!.Listener, Tcp.Unbind.Instance);
        await link.Handler.ExpectMsgAsync<Tcp.Unbound>();
        await ExpectStoppedAsync(link.Server.Listener);

        link.Send(Text("still here"));
        Assert.Equal("still here", await link.Peer.ReceiveTextAsync(10));
    }

    [Fact]
    public async Task A_listener_is_unbound_when_its_handler_stops()
    {
        var server = await BindAsync();

        Sys.Stop(server.Handler);

        await ExpectStoppedAsync(server.Listener);
        await Assert.ThrowsAsync<SocketException>(() => RawPeer.ConnectAsync(server.Address));
    }

    [BundledOnlyFact("1.5.30's connections watch the bind handler for ever and are reset when it stops.")]
    public async Task Connections_live_on_when_the_bind_handler_stops()
    {
        using var link = await AcceptAsync();

        Sys.Stop(link.Server!.Handler);
        await ExpectStoppedAsync(link.Server.Listener);

        link.Send(Text("still here"));
        Assert.Equal("still here", await link.Peer.ReceiveTextAsync(10));
    }

    [Fact]
    public async Task Options_are_applied_to_the_listening_socket_and_to_accepted_ones()
    {
        var option = new RecordingOption();
        var server = await BindAsync(options: option);

        using var peer = await RawPeer.ConnectAsync(server.Address);
        await server.Handler.ExpectMsgAsync<Tcp.Connected>();

        Assert.Equal(["BeforeServerSocketBind", "AfterConnect"], option.Calls);
    }

    [Fact]
    public async Task A_terminated_system_has_closed_its_listeners_and_connections()
    {
        using var link = await AcceptAsync();

        await Sys.Terminate().WaitAsync(TimeSpan.FromSeconds(20));

        await link.Peer.ExpectResetAsync();
        await Assert.ThrowsAsync<SocketException>(() => RawPeer.ConnectAsync(link.Server!.Address));
    }

    private sealed class RecordingOption : Inet.SocketOption
    {
        public List<string> Calls { get; } = [];

        public override void BeforeServerSocketBind(Socket ss) => Calls.Add(nameof(BeforeServerSocketBind));

        public override void AfterConnect(Socket s) => Calls.Add(nameof(AfterConnect));
    }
}
