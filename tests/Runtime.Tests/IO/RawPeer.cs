using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Runtime.Tests.IO;

/// <summary>The other end of a connection under test: a plain socket, whose every wait is bounded.</summary>
public sealed class RawPeer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private RawPeer(Socket socket) => Socket = socket;

    public Socket Socket { get; }

    public static async Task<RawPeer> ConnectAsync(EndPoint server)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(server).WaitAsync(Patience);
        return new RawPeer(socket);
    }

    public static async Task<RawPeer> AcceptAsync(Socket listener) =>
        new(await listener.AcceptAsync().WaitAsync(Patience));

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
            bytes = bytes[await Socket.SendAsync(bytes).AsTask().WaitAsync(Patience)..];
    }

    /// <summary>Exactly this many bytes.</summary>
    public async Task<byte[]> ReceiveAsync(int count)
    {
        var bytes = new byte[count];
        for (var received = 0; received < count;)
        {
            var more = await Socket.ReceiveAsync(bytes.AsMemory(received)).AsTask().WaitAsync(Patience);
            if (more == 0) throw new EndOfStreamException($"The stream ended after {received} of {count} bytes.");
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
        while (await Socket.ReceiveAsync(buffer).WaitAsync(Patience) is var count and > 0)
            all.Write(buffer, 0, count);
        return all.ToArray();
    }

    /// <summary>Receives until the connection is reset; an end of the stream is a failure.</summary>
    public async Task ExpectResetAsync()
    {
        var failure = await Assert.ThrowsAsync<SocketException>(ReceiveToEndAsync);
        Assert.Equal(SocketError.ConnectionReset, failure.SocketErrorCode);
    }

    public void EndSending() => Socket.Shutdown(SocketShutdown.Send);

    public void Reset()
    {
        Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        Socket.Dispose();
    }

    public void Dispose() => Socket.Dispose();
}
