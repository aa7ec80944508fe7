using System.Net;
using System.Net.Sockets;
using ActorArbiter.Transports;

namespace ActorArbiter.Tests.Transports;

/// <summary>Peers that vanish without a word are found within 30 s, whether they are told something meanwhile or not.</summary>
public sealed class KeepAliveSpecs : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly TcpClient _client = new();
    private readonly Socket _accepted;

    // On Linux accepted connections inherit it, elsewhere each is told.
    public KeepAliveSpecs()
    {
        AkkaIoSocketOptions.Instance.BeforeServerSocketBind(_listener.Server);
        _listener.Start();
        _client.Connect((IPEndPoint)_listener.LocalEndpoint);
        _accepted = _listener.AcceptSocket();
        AkkaIoSocketOptions.Instance.AfterConnect(_accepted);
    }

    public void Dispose()
    {
        _accepted.Dispose();
        _client.Dispose();
        _listener.Dispose();
    }

    [Fact]
    public void A_silent_connection_is_probed_after_15_s_and_lost_after_3_probes_5_s_apart()
    {
        Assert.Equal(1, _accepted.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
        Assert.Equal(15, _accepted.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
        Assert.Equal(5, _accepted.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
        Assert.Equal(3, _accepted.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount));
    }

    [Fact]
    public void A_connection_is_lost_when_what_was_sent_is_not_acknowledged_for_30_s()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var milliseconds = new byte[sizeof(int)];

        Assert.Equal(sizeof(int), _accepted.GetRawSocketOption(optionLevel: 6, optionName: 18, milliseconds));

        Assert.Equal(30_000, BitConverter.ToInt32(milliseconds));
    }
}
