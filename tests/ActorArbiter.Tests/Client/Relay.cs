using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ActorArbiter.Tests.Client;

/// <summary>A network between clients and a server that cuts connections where it is told to: the first one at the first cut.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Queue<RelayCut> _cuts;
    private readonly Task _accepting;

    /// <param name="server">Where connections go; without one they are cut at once.</param>
    /// <param name="cuts">One for each of the first connections; later ones are not cut.</param>
    public Relay(IPEndPoint? server, params IEnumerable<RelayCut> cuts)
    {
        Server = server;
        _cuts = new Queue<RelayCut>(cuts);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where new connections go.</summary>
    public IPEndPoint? Server { get; set; }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync(_end.Token);
                connections.Add(ConnectAsync(client, _cuts.Count > 0 ? _cuts.Dequeue() : null));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ConnectAsync(Socket client, RelayCut? cut)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_end.Token);
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using (client)
        {
            client.NoDelay = true;
            try
            {
                if (Server is null)
                    return;
                await server.ConnectAsync(Server, both.Token);
                await Task.WhenAny(
                    PassAsync(client, server, cut is { IsClients: true } ? cut : null, both.Token),
                    PassAsync(server, client, cut is { IsClients: false } ? cut : null, both.Token));
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException)
            {
                // Nobody listens there, or the test is over: the client's connection is closed.
            }

            if (cut is { StaysDown: true })
                Server = null;
            await both.CancelAsync();
            if (cut is { IsReset: true })
                client.LingerState = server.LingerState = new LingerOption(enable: true, seconds: 0);
        }
    }

    /// <summary>Passes on what is said until it ends or is cut.</summary>
    private static async Task PassAsync(Socket from, Socket to, RelayCut? cut, CancellationToken end)
    {
        var buffer = new byte[4096];
        var said = new StringBuilder();
        var passed = 0;
        try
        {
            while (await from.ReceiveAsync(buffer, end) is > 0 and var count)
            {
                said.Append(Encoding.Latin1.GetString(buffer, 0, count));
                var limit = cut?.Passing(said.ToString()) ?? int.MaxValue;
                var passing = Math.Clamp(limit, passed, said.Length);
                await to.SendAsync(Encoding.Latin1.GetBytes(said.ToString(passed, passing - passed)), end);
                if (limit <= said.Length)
                    return;
                passed = passing;
            }
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException)
        {
            // The other direction has ended, and with it the connection.
        }
    }
}
