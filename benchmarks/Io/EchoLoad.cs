using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Io;

/// <summary>
/// Clients of an echo server over loopback. Each has its own connection and keeps a number of messages under way; each
/// checks every byte that comes back.
/// </summary>
internal sealed class EchoLoad : IDisposable
{
    public const int MessageBytes = 10;

    private readonly Socket[] _clients;
    private readonly int _inFlight;

    public EchoLoad(IPEndPoint server, int connections, int inFlight)
    {
        _inFlight = inFlight;
        _clients = [.. Enumerable.Range(0, connections).Select(_ =>
        {
            var client = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            client.Connect(server);
            return client;
        })];
    }

    /// <summary>Sends <paramref name="messages"/> in all; completes when all came back.</summary>
    public Task RunAsync(int messages) =>
        Task.WhenAll(_clients.Select(client => RunAsync(client, messages / _clients.Length / _inFlight)));

    public void Dispose()
    {
        foreach (var client in _clients)
            client.Dispose();
    }

    private async Task RunAsync(Socket client, int batches)
    {
        var sent = new byte[_inFlight * MessageBytes];
        var received = new byte[sent.Length];
        for (var batch = 0; batch < batches; batch++)
        {
            sent.AsSpan().Fill((byte)batch);
            for (var message = 0; message < _inFlight; message++)
                await client.SendAsync(sent.AsMemory(message * MessageBytes, MessageBytes)).ConfigureAwait(false);

            var length = 0;
            while (length < received.Length)
            {
                var read = await client.ReceiveAsync(received.AsMemory(length)).ConfigureAwait(false);
                if (read == 0)
                    throw new BenchmarkException("the server closed the connection");
                length += read;
            }

            if (!received.AsSpan().SequenceEqual(sent))
                throw new BenchmarkException("what came back is not what was sent");
        }
    }
}
