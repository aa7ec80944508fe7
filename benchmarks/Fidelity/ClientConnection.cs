using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Fidelity;

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
    private int _start;
    private int _end;

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

    /// <summary>The next line that the server sends, without its end.</summary>
    /// <exception cref="BenchmarkException">It is longer than any that a benchmark asks for, or the server closed.</exception>
    /// <exception cref="SocketException">The connection is lost, or nothing came in time.</exception>
    public string ReceiveLine()
    {
        while (true)
        {
            var unread = _received.AsSpan(_start, _end - _start);
            var feed = unread.IndexOf((byte)'\n');
            if (feed >= 0)
            {
                _start += feed + 1;
                return Encoding.UTF8.GetString(unread[..feed]);
            }

            unread.CopyTo(_received);
            (_start, _end) = (0, unread.Length);
            if (_end == _received.Length)
                throw new BenchmarkException($"the server sent a line of {_end} bytes and more");
            var read = _socket.Receive(_received.AsSpan(_end));
            if (read == 0)
                throw new BenchmarkException("the server closed a connection");
            _end += read;
        }
    }

    public void Dispose() => _socket.Dispose();
}
