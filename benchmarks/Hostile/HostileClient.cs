using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Hostile;

/// <summary>A client that need not behave: a socket, whose owner reads, writes and leaves as it likes.</summary>
internal sealed class HostileClient : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly CancellationToken _patience;

    private HostileClient(CancellationToken patience) => _patience = patience;

    /// <param name="server">Where to connect to.</param>
    /// <param name="patience">For all that this client waits for.</param>
    /// <param name="receiveBuffer">The size of the kernel's receive buffer in bytes; the kernel's choice without.</param>
    /// <exception cref="SocketException">The server cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It took too long.</exception>
    public static async Task<HostileClient> ConnectAsync(
        IPEndPoint server, CancellationToken patience, int? receiveBuffer = null)
    {
        var client = new HostileClient(patience);
        try
        {
            if (receiveBuffer is { } size)
                client._socket.ReceiveBufferSize = size;
            await client._socket.ConnectAsync(server, patience).ConfigureAwait(false);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Many clients, connected a few at a time.</summary>
    /// <inheritdoc cref="ConnectAsync"/>
    /// <param name="servers">Where each is to connect to.</param>
    /// <param name="patience">For all that these clients wait for.</param>
    public static async Task<IReadOnlyList<HostileClient>> ConnectAllAsync(
        IEnumerable<IPEndPoint> servers, CancellationToken patience)
    {
        const int AtOnce = 32;
        var clients = new List<HostileClient>();
        try
        {
            foreach (var some in servers.Chunk(AtOnce))
                clients.AddRange(await Task.WhenAll(some.Select(server => ConnectAsync(server, patience))).ConfigureAwait(false));
            return clients;
        }
        catch
        {
            clients.ForEach(client => client.Dispose());
            throw;
        }
    }

    /// <summary>Sends it all, or as much as the server takes.</summary>
    /// <returns>Whether the connection is still there; not so, if this client was disposed meanwhile.</returns>
    public async Task<bool> TrySendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
                bytes = bytes[await _socket.SendAsync(bytes, _patience).ConfigureAwait(false)..];
            return true;
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    /// <summary>The last line that the server sends before it closes.</summary>
    /// <exception cref="SocketException">The connection was reset.</exception>
    public async Task<string> LastLineAsync()
    {
        var text = new StringBuilder();
        var buffer = new byte[1024];
        while (await _socket.ReceiveAsync(buffer, _patience).ConfigureAwait(false) is > 0 and var count)
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        return text.ToString().TrimEnd('\n').Split('\n')[^1];
    }

    /// <summary>Closes with a reset.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(true, 0);
        _socket.Dispose();
    }

    public void Dispose() => _socket.Dispose();
}
