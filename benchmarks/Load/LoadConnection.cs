using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Load;

/// <summary>A connection that never blocks and is asked for one line at a time.</summary>
internal sealed class LoadConnection : IDisposable
{
    private readonly byte[] _received = new byte[512];
    private int _length;

    /// <exception cref="SocketException">The server cannot be reached.</exception>
    public LoadConnection(IPEndPoint server)
    {
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            Socket.Connect(server);
            Socket.Blocking = false;
        }
        catch
        {
            Socket.Dispose();
            throw;
        }
    }

    public Socket Socket { get; }

    /// <summary>Whether the answer to the last request is here.</summary>
    public bool HasLine { get; private set; }

    /// <summary>The answer, without its line feed; once <see cref="HasLine"/>.</summary>
    public ReadOnlySpan<byte> Line => _received.AsSpan(0, _length - 1);

    /// <summary>Sends a request; its answer is the next line.</summary>
    /// <exception cref="BenchmarkException">The kernel does not take it at once.</exception>
    public void Send(ReadOnlySpan<byte> request)
    {
        (_length, HasLine) = (0, false);
        var sent = Socket.Send(request, SocketFlags.None, out var error);
        if (sent != request.Length)
            throw new BenchmarkException($"a request was not sent: {(error == SocketError.Success ? "no room" : error)}");
    }

    /// <summary>Takes what has come.</summary>
    /// <exception cref="BenchmarkException">It is more than a line, or the connection ended.</exception>
    public void Receive()
    {
        var count = Socket.Receive(_received.AsSpan(_length), SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock)
            return;
        if (error != SocketError.Success || count == 0)
            throw new BenchmarkException($"the server closed a connection: {error}");
        _length += count;
        var feed = _received.AsSpan(0, _length).IndexOf((byte)'\n');
        HasLine = feed == _length - 1;
        if (!HasLine && (feed >= 0 || _length == _received.Length))
            throw new BenchmarkException($"not one line: '{Encoding.UTF8.GetString(_received.AsSpan(0, _length))}'");
    }

    public void Dispose() => Socket.Dispose();
}
