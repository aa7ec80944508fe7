using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorArbiter.StampedTcp.EventLoops;
using StampedTcp.Tests.Support;

namespace StampedTcp.Tests.EventLoops;

/// <summary>What a connection could not send at once, and the errand of sending it, step by step: here the test is both threads.</summary>
public sealed class SocketOutputSpecs : IDisposable
{
    private readonly EventLoop _loop = new("output", new EventLoopOptions(TimeSpan.Zero, AssistFrom: 1), _ => { });
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _peer = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly Socket _socket;
    private readonly SocketOutput _output;
    private readonly List<SocketError> _finished = [];

    public SocketOutputSpecs()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.SendBufferSize = 32 * 1024;
        _listener.Listen();
        _peer.ReceiveBufferSize = 32 * 1024;
        _peer.Connect(_listener.LocalEndPoint!);
        _peer.ReceiveTimeout = (int)Patience.Limit.TotalMilliseconds;
        _socket = _listener.Accept();
        _output = new SocketOutput((int)_socket.SafeHandle.DangerousGetHandle(), _finished.Add);
    }

    public void Dispose()
    {
        _loop.Dispose();
        _listener.Dispose();
        _socket.Dispose();
        _peer.Dispose();
    }

    [Fact]
    public void What_is_added_is_sent_in_its_order()
    {
        Assert.True(_output.IsEmpty);
        _output.Add(Bytes("one "));
        _output.Add(Bytes("two "));
        _output.Add(Bytes("three"));
        Assert.False(_output.IsEmpty);

        Assert.Equal(SocketError.Success, _output.Flush());

        Assert.True(_output.IsEmpty);
        Assert.Equal("one two three", Receive(13));
    }

    [Fact]
    public void What_the_kernel_has_no_space_for_is_left()
    {
        var bytes = StampedTcpSpecs.Pattern(1_000_000);
        _output.Add(bytes.AsMemory(0, 500_000));
        _output.Add(bytes.AsMemory(500_000));

        var received = new List<byte>();
        while (_output.Flush() == SocketError.WouldBlock)
            received.AddRange(ReceiveSome());
        while (received.Count < bytes.Length)
            received.AddRange(ReceiveSome());

        Assert.Equal(bytes, received);
    }

    [Fact]
    public void An_errand_sends_and_then_it_is_finished()
    {
        Assert.True(_output.TryDelegate(_loop, Bytes("delegated")));
        Assert.False(_output.IsEmpty);

        _output.Run();
        Assert.Equal("delegated", Receive(9));
        Assert.Empty(_finished);
        _output.Finish();

        Assert.Equal([SocketError.Success], _finished);
        Assert.True(_output.IsEmpty);
    }

    [Fact]
    public void Nothing_overtakes_an_errand_and_what_was_added_meanwhile_is_sent_as_it_is_finished()
    {
        Assert.True(_output.TryDelegate(_loop, Bytes("one ")));
        _output.Add(Bytes("two "));
        Assert.Equal(SocketError.WouldBlock, _output.Flush());
        _output.Run();
        _output.Add(Bytes("three"));
        Assert.Equal(SocketError.WouldBlock, _output.Flush());

        _output.Finish();

        Assert.Equal([SocketError.Success], _finished);
        Assert.Equal("one two three", Receive(13));
    }

    [Fact]
    public void An_errand_that_the_kernel_took_in_part_goes_on_as_space_comes()
    {
        var bytes = StampedTcpSpecs.Pattern(1_000_000);
        Assert.True(_output.TryDelegate(_loop, bytes));
        _output.Run();
        _output.Finish();
        Assert.Equal([SocketError.WouldBlock], _finished);
        Assert.False(_output.IsEmpty);

        var received = new List<byte>();
        while (_output.Flush() == SocketError.WouldBlock)
            received.AddRange(ReceiveSome());
        while (received.Count < bytes.Length)
            received.AddRange(ReceiveSome());

        Assert.Equal(bytes, received);
    }

    [Fact]
    public void An_errand_that_fails_says_why()
    {
        _peer.LingerState = new LingerOption(enable: true, seconds: 0);
        _peer.Dispose();
        Assert.True(_output.TryDelegate(_loop, Bytes("too late")));

        _output.Run();
        _output.Finish();

        Assert.Contains(Assert.Single(_finished), new[] { SocketError.ConnectionReset, SocketError.Shutdown });
    }

    [Fact]
    public void An_errand_can_be_repeated()
    {
        for (var round = 0; round < 3; round++)
        {
            Assert.True(_output.TryDelegate(_loop, Bytes($"{round}")));
            _output.Run();
            _output.Finish();
            Assert.Equal($"{round}", Receive(1));
        }

        Assert.Equal(3, _finished.Count);
    }

    [Fact]
    public void What_is_abandoned_before_it_is_begun_is_not_sent()
    {
        Assert.True(_output.TryDelegate(_loop, Bytes("never")));

        _output.Abandon();
        _output.Run();
        _output.Finish();

        Assert.True(_output.IsEmpty);
        Assert.Empty(_finished);
        _socket.Shutdown(SocketShutdown.Send);
        Assert.Empty(ReceiveSome());
    }

    [Fact]
    public void What_is_abandoned_after_it_was_sent_is_told_no_more()
    {
        Assert.True(_output.TryDelegate(_loop, Bytes("sent")));
        _output.Add(Bytes("never"));
        _output.Run();

        _output.Abandon();
        _output.Finish();

        Assert.True(_output.IsEmpty);
        Assert.Empty(_finished);
        _socket.Shutdown(SocketShutdown.Send);
        Assert.Equal("sent", Receive(4));
        Assert.Empty(ReceiveSome());
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private byte[] ReceiveSome()
    {
        var space = new byte[16 * 1024];
        return space[.._peer.Receive(space)];
    }

    private string Receive(int count)
    {
        var received = new List<byte>();
        while (received.Count < count)
            received.AddRange(ReceiveSome());
        return Encoding.UTF8.GetString([.. received]);
    }
}
