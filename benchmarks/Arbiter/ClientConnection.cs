using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Arbiter;

/// <summary>A client's connection: a plain blocking socket without Nagle's delay. Nothing waits longer than 15 s.</summary>
internal sealed class ClientConnection : IDisposable
{
    private const int TimeoutMilliseconds = 15_000;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
    {
        NoDelay = true,
        SendTimeout = TimeoutMilliseconds,
        ReceiveTimeout = TimeoutMilliseconds,
    };

    private readonly byte[] _received = new byte[1024];

    /// <exception cref="SocketException">The server cannot be reached.</exception>
    public ClientConnection(IPEndPoint server)
    {
        try
        {
            _socket.Connect(server);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <exception cref="SocketException">The connection is lost.</exception>
    public void Send(ReadOnlySpan<byte> bytes) => _socket.Send(bytes);

    /// <summary>All that the server sends until it closes.</summary>
    /// <exception cref="BenchmarkException">It is more than a verdict could be.</exception>
    /// <exception cref="SocketException">The connection is lost, or nothing came in time.</exception>
    public ReadOnlySpan<byte> ReceiveAll()
    {
        var length = 0;
        while (_socket.Receive(_received.AsSpan(length)) is > 0 and var read)
        {
            length += read;
            if (length == _received.Length)
                throw new BenchmarkException($"the server sent {length} bytes and more to a client");
        }

        return _received.AsSpan(0, length);
    }

    public void Dispose() => _socket.Dispose();
}
