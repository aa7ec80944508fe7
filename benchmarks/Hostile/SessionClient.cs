using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Hostile;

/// <summary>A well-behaved client that holds a session: it speaks, and reads what it is told, line by line.</summary>
internal sealed class SessionClient : IDisposable
{
    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly CancellationToken _patience;
    private StreamReader _reader = StreamReader.Null;

    private SessionClient(CancellationToken patience) => _patience = patience;

    /// <param name="server">Where to connect to: a classic listener.</param>
    /// <param name="patience">For all that this client waits for.</param>
    /// <exception cref="SocketException">The server cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public static async Task<SessionClient> ConnectAsync(IPEndPoint server, CancellationToken patience)
    {
        var client = new SessionClient(patience);
        try
        {
            await client._client.ConnectAsync(server, patience).ConfigureAwait(false);
            client._reader = new StreamReader(client._client.GetStream());
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">The connection is lost.</exception>
    public async Task SendAsync(string lines) =>
        await _client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(lines), _patience).ConfigureAwait(false);

    /// <summary>Reads up to the first line that starts with <paramref name="start"/>.</summary>
    /// <exception cref="BenchmarkException">The server closed before it.</exception>
    /// <exception cref="IOException">The connection is lost.</exception>
    public async Task<string> ReadToAsync(string start)
    {
        while (await _reader.ReadLineAsync(_patience).ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return line;
        }

        throw new BenchmarkException($"the server closed a session that waited for '{start}'");
    }

    public void Dispose()
    {
        _reader.Dispose();
        _client.Dispose();
    }
}
