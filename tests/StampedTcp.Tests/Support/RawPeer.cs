using System.Net;
using System.Net.Sockets;
using System.Text;

namespace StampedTcp.Tests.Support;

/// <summary>The other end of a connection under test: a plain socket, whose every wait is bounded.</summary>
internal sealed class RawPeer : IDisposable
{
    private RawPeer(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    public IPEndPoint LocalEndPoint => (IPEndPoint)Socket.LocalEndPoint!;

    public static async Task<RawPeer> ConnectAsync(EndPoint server, Action<Socket>? configure = null)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        configure?.Invoke(socket);
        await socket.ConnectAsync(server).Bounded();
        return new RawPeer(socket);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await Socket.SendAsync(bytes).AsTask().Bounded()..];
    }

    /// <summary>Waits until the other end's kernel has acknowledged all that was sent, the end of the stream included.</summary>
    public Task ArrivedAsync() => Patience.UntilAsync(
        () => Native.UnacknowledgedBytes(Socket) == 0, () => $"{Native.UnacknowledgedBytes(Socket)} bytes did not arrive");

    /// <summary>Exactly this many bytes.</summary>
    public async Task<byte[]> ReceiveAsync(int count)
    {
        var bytes = new byte[count];
        for (var received = 0; received < count;)
        {
            var more = await Socket.ReceiveAsync(bytes.AsMemory(received)).AsTask().Bounded();
            if (more == 0)
                throw new EndOfStreamException($"The stream ended after {received} of {count} bytes.");
            received += more;
        }

        return bytes;
    }

    public async Task<string> ReceiveTextAsync(int count) => Encoding.UTF8.GetString(await ReceiveAsync(count));

    /// <summary>All bytes until the other side ends its stream.</summary>
    public async Task<byte[]> ReceiveToEndAsync()
    {
        var all = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (await Socket.ReceiveAsync(buffer).Bounded() is var count and > 0)
            all.Write(buffer, 0, count);
        return all.ToArray();
    }

    /// <summary>Receives until the connection is reset; an end of the stream is a failure.</summary>
    /// <returns>How many bytes came before.</returns>
    public async Task<int> ExpectResetAsync()
    {
        var buffer = new byte[64 * 1024];
        var total = 0;
        try
        {
            while (await Socket.ReceiveAsync(buffer).Bounded() is var count and > 0)
                total += count;
        }
        catch (SocketException e)
        {
            Assert.Equal(SocketError.ConnectionReset, e.SocketErrorCode);
            return total;
        }

        throw new EndOfStreamException($"The stream ended after {total} bytes; a reset was expected.");
    }

    public void EndSending() => Socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Socket.Dispose();
    }

    public void Dispose() => Socket.Dispose();
}
