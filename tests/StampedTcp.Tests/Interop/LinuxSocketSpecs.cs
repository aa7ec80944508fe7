using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp.Interop;
using FsCheck;
using FsCheck.Fluent;
using static StampedTcp.Tests.Interop.ControlMessages;

namespace StampedTcp.Tests.Interop;

/// <summary>Calls on bare descriptors.</summary>
public sealed class LinuxSocketSpecs : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _peer = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public LinuxSocketSpecs()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _peer.Dispose();
    }

    [Fact]
    public void Control_messages_are_taken_one_by_one()
    {
        ReadOnlySpan<byte> control = (byte[])[.. Of(1, 35, [1, 2, 3]), .. Of(6, 36, []), .. Of(41, 50, [4, 5, 6, 7, 8, 9, 10, 11])];

        Assert.True(LinuxSocket.TryTakeControlMessage(ref control, out var level, out var type, out var data));
        Assert.Equal((1, 35, "010203"), (level, type, Convert.ToHexString(data)));
        Assert.True(LinuxSocket.TryTakeControlMessage(ref control, out level, out type, out data));
        Assert.Equal((6, 36, ""), (level, type, Convert.ToHexString(data)));
        Assert.True(LinuxSocket.TryTakeControlMessage(ref control, out level, out type, out data));
        Assert.Equal((41, 50, "0405060708090A0B"), (level, type, Convert.ToHexString(data)));
        Assert.False(LinuxSocket.TryTakeControlMessage(ref control, out _, out _, out _));
        Assert.True(control.IsEmpty);
    }

    [Fact]
    public void The_last_message_may_lack_its_padding()
    {
        ReadOnlySpan<byte> control = Of(6, 36, [1, 2, 3, 4]).AsSpan(0, 20);

        Assert.True(LinuxSocket.TryTakeControlMessage(ref control, out _, out _, out var data));
        Assert.Equal(4, data.Length);
        Assert.True(control.IsEmpty);
    }

    [Fact]
    public void Whatever_the_bytes_are_reading_them_ends()
    {
        var headers = from length in Gen.OneOf(Gen.Choose(-1, 40), Gen.Choose(int.MinValue, int.MaxValue))
                      from data in ArbMap.Default.GeneratorFor<byte>().ArrayOf()
                      select Of(1, 35, data, length);
        var bytes = from parts in Gen.OneOf(headers, ArbMap.Default.GeneratorFor<byte>().ArrayOf()).ArrayOf()
                    select parts.SelectMany(part => part).ToArray();

        Prop.ForAll(bytes.ToArbitrary(), all =>
        {
            ReadOnlySpan<byte> control = all;
            var left = control.Length;
            while (LinuxSocket.TryTakeControlMessage(ref control, out _, out _, out var data))
            {
                // Each takes its header and its data away.
                if (left - control.Length < 16 + data.Length)
                    return false;
                left = control.Length;
            }

            return true;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_accept_without_a_client_does_not_wait()
    {
        _listener.Blocking = false;

        Assert.InRange(LinuxSocket.Accept(Descriptor(_listener), out var error), int.MinValue, -1);
        Assert.Equal(SocketError.WouldBlock, error);
        Assert.True(SocketErrors.IsNotReady(error));
    }

    [Fact]
    public void A_client_is_accepted_with_a_socket_that_does_not_wait()
    {
        _peer.Connect(_listener.LocalEndPoint!);
        var accepted = LinuxSocket.Accept(Descriptor(_listener), out var error);
        Assert.Equal(SocketError.Success, error);
        Span<byte> control = stackalloc byte[KernelTimestamps.ControlBytes];

        Assert.Equal(0, LinuxSocket.Receive(accepted, new byte[10], ref control, out error));

        Assert.Equal(SocketError.WouldBlock, error);
        Assert.True(control.IsEmpty);
        Assert.Equal(_peer.LocalEndPoint, LinuxSocket.PeerOf(accepted));
        LinuxSocket.Close(accepted);
    }

    [Fact]
    public void Bytes_go_both_ways()
    {
        _peer.Connect(_listener.LocalEndPoint!);
        var accepted = LinuxSocket.Accept(Descriptor(_listener), out _);
        Span<byte> control = stackalloc byte[KernelTimestamps.ControlBytes];
        _peer.Send("to"u8);

        var space = new byte[10];
        Assert.True(SpinWait.SpinUntil(() => _peer.Poll(0, SelectMode.SelectWrite), 1_000));
        Assert.Equal(2, LinuxSocket.Receive(accepted, space, ref control, out var error));
        Assert.Equal((SocketError.Success, "to"), (error, System.Text.Encoding.UTF8.GetString(space, 0, 2)));
        Assert.True(control.IsEmpty);
        Assert.Equal(3, LinuxSocket.Send(accepted, "fro"u8, out error));
        Assert.Equal(SocketError.Success, error);
        LinuxSocket.EndSending(accepted);
        Assert.Equal(3, _peer.Receive(space));
        Assert.Equal(0, _peer.Receive(space));
        LinuxSocket.Close(accepted);
    }

    [Fact]
    public void A_reset_is_told_as_the_error_once()
    {
        _peer.Connect(_listener.LocalEndPoint!);
        var accepted = LinuxSocket.Accept(Descriptor(_listener), out _);
        Assert.Equal(SocketError.Success, LinuxSocket.ErrorOf(accepted));
        _peer.LingerState = new LingerOption(enable: true, seconds: 0);
        _peer.Dispose();

        Assert.True(SpinWait.SpinUntil(() => LinuxSocket.ErrorOf(accepted) == SocketError.ConnectionReset, TimeSpan.FromSeconds(30)));
        Assert.Equal(SocketError.Success, LinuxSocket.ErrorOf(accepted));
        Assert.Null(LinuxSocket.PeerOf(accepted));
        LinuxSocket.Send(accepted, "x"u8, out var error);
        Assert.Equal(SocketError.Shutdown, error);
        LinuxSocket.Close(accepted);
    }

    private static int Descriptor(Socket socket) => (int)socket.SafeHandle.DangerousGetHandle();
}
