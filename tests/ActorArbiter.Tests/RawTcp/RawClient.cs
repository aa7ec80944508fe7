using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>A client that is a socket and nothing else. What takes too long, and a reset, is an exception.</summary>
internal sealed class RawClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Socket _socket;

    private RawClient(Socket socket) => _socket = socket;

    public IPEndPoint LocalEndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    /// <param name="server">Where to connect to.</param>
    /// <param name="receiveBuffer">The size of the kernel's receive buffer in bytes; the kernel's choice without.</param>
    /// <param name="from">The address to connect from; the kernel's choice without.</param>
    public static async Task<RawClient> ConnectAsync(
        IPEndPoint server, int? receiveBuffer = null, IPAddress? from = null)
    {
        var socket = new Socket(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer is { } size)
            socket.ReceiveBufferSize = size;
        if (from is not null)
            socket.Bind(new IPEndPoint(from, 0));
        using var patience = new CancellationTokenSource(Patience);
        await socket.ConnectAsync(server, patience.Token);
        return new RawClient(socket);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!bytes.IsEmpty)
            bytes = bytes[await _socket.SendAsync(bytes, patience.Token)..];
    }

    /// <summary>Sends every byte in a segment of its own.</summary>
    public async Task SendInPiecesAsync(string text)
    {
        foreach (var piece in Encoding.UTF8.GetBytes(text))
            await SendAsync(new[] { piece });
    }

    /// <summary>Reads until the server closes.</summary>
    public async Task<string> ReadToEndAsync() => Encoding.UTF8.GetString(await ReadBytesToEndAsync());

    /// <inheritdoc cref="ReadToEndAsync"/>
    public Task<byte[]> ReadBytesToEndAsync() => FillAsync(int.MaxValue);

    /// <summary>Reads exactly as many bytes as <paramref name="expected"/> has.</summary>
    public async Task ExpectAsync(string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(await FillAsync(Encoding.UTF8.GetByteCount(expected))));

    /// <summary>Reads a line, and nothing behind it; what there is of it when the server closes.</summary>
    /// <returns>The line with its line feed.</returns>
    public async Task<string> ReadLineAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var line = new MemoryStream();
        var next = new byte[1];
        while (next[0] != '\n' && await _socket.ReceiveAsync(next, patience.Token) > 0)
            line.Write(next);
        return Encoding.UTF8.GetString(line.ToArray());
    }

    /// <summary>Reads as many lines as <paramref name="expected"/> has, which have no line feeds.</summary>
    public async Task ExpectLinesAsync(params string[] expected)
    {
        foreach (var line in expected)
            Assert.Equal($"{line}\n", await ReadLineAsync());
    }

    /// <summary>Reads until a buffer of <paramref name="size"/> bytes is full or the server closes.</summary>
    public async Task<byte[]> FillAsync(int size)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var read = new MemoryStream();
        var buffer = new byte[Math.Min(size, 64 * 1024)];
        while (read.Length < size)
        {
            var wanted = buffer.AsMemory(0, (int)Math.Min(buffer.Length, size - read.Length));
            var count = await _socket.ReceiveAsync(wanted, patience.Token);
            if (count == 0)
                break;
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    /// <summary>Reads what has come; nothing if the server has closed.</summary>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken patience) =>
        _socket.ReceiveAsync(buffer, patience);

    /// <summary>Closes the sending side, as <c>nc -N</c> does at the end of its input.</summary>
    public void HalfClose() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>Closes with a reset: the server reads an error.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    /// <summary>Closes both sides.</summary>
    public void Dispose() => _socket.Dispose();
}
