using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Benchmarks.Plain;

/// <summary>
/// The measure: rounds of two decided with .NET's sockets and nothing else. It answers what the load sends as the arbiter does: sessions
/// with <c>brief=yes</c>, and classic messages that end in a line feed. Who comes first is who gets the round's lock first.
/// </summary>
internal sealed class PlainArbiter : IDisposable
{
    private const int Backlog = 4096;

    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly ConcurrentDictionary<string, PlainRound> _rounds = new();

    // Classic messages that wait for one of another id: all have the same.
    private readonly Queue<PlainMessage> _waiting = new();
    private long _told;

    /// <exception cref="SocketException">The address cannot be bound.</exception>
    public PlainArbiter(IPEndPoint address)
    {
        _listener.Bind(address);
        _listener.Listen(Backlog);
    }

    public IPEndPoint Address => (IPEndPoint)_listener.LocalEndPoint!;

    /// <summary>How many verdicts were decided.</summary>
    public long Told => Interlocked.Read(ref _told);

    /// <summary>Accepts connections for ever.</summary>
    public async Task RunAsync()
    {
        while (true)
        {
            var socket = await _listener.AcceptAsync().ConfigureAwait(false);
            socket.NoDelay = true;
            _ = new PlainConnection(socket, this).RunAsync();
        }
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Opens a round, if nobody has.</summary>
    public PlainRound Join(string name) => _rounds.GetOrAdd(name, _ => new PlainRound());

    /// <summary>Takes a message of a named round; the result is the verdict, if it decides the round.</summary>
    public PlainVerdict? Send(string name, PlainRound round, PlainMessage message)
    {
        if (round.Add(message) is not { } first)
            return null;
        _rounds.TryRemove(name, out _);
        return Decide($"VERDICT {name} {Interlocked.Increment(ref _told)} ", first, message);
    }

    /// <summary>Takes a classic message; the result is the verdict, if it decides a round.</summary>
    public PlainVerdict? Send(PlainMessage message)
    {
        PlainMessage first;
        lock (_waiting)
        {
            if (_waiting.Count == 0 || _waiting.Peek().Id == message.Id)
            {
                _waiting.Enqueue(message);
                return null;
            }

            first = _waiting.Dequeue();
        }

        Interlocked.Increment(ref _told);
        return Decide("", first, message);
    }

    private static PlainVerdict Decide(string start, PlainMessage first, PlainMessage second) => new(
        Encoding.UTF8.GetBytes($"{start}{first.Id}: {first.Text} received before {second.Id}: {second.Text}\n"),
        first.Connection,
        second.Connection);
}
