using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Io;

/// <summary>The measure: an echo server on .NET's sockets and nothing else, one asynchronous loop per connection.</summary>
internal sealed class PlainEchoServer : IDisposable
{
    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);

    public PlainEchoServer()
    {
        _listener.Bind(new IPEndPoint(IPAddress.IPv6Loopback, 0));
        _listener.Listen(1024);
        _ = AcceptAsync();
    }

    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndPoint!;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = EchoAsync(await _listener.AcceptAsync().ConfigureAwait(false));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The listener was disposed: the benchmark is over.
        }
    }

    private static async Task EchoAsync(Socket connection)
    {
        using (connection)
        {
            connection.NoDelay = true;
            var buffer = new byte[4096];
            while (await connection.ReceiveAsync(buffer.AsMemory()).ConfigureAwait(false) is > 0 and var read)
            {
                for (var sent = 0; sent < read;)
                    sent += await connection.SendAsync(buffer.AsMemory(sent, read - sent)).ConfigureAwait(false);
            }
        }
    }
}
