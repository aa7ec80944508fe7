using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorArbiter.Protocol;

namespace Benchmarks.Fidelity;

/// <summary>
/// Threads that play greeting rounds as fast as they can: each connects two clients, sends both texts at once and reads
/// until both are closed. The clients of a round may belong to different threads.
/// </summary>
internal sealed class GreetingLoad : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly IPEndPoint _server;
    private readonly Thread[] _threads;
    private readonly CountdownEvent _playing;
    private long _played;
    private string? _failure;
    private volatile bool _isStopping;

    private GreetingLoad(IPEndPoint server, int threads)
    {
        _server = server;
        _playing = new CountdownEvent(threads);
        _threads = [.. Enumerable.Range(0, threads).Select(number => new Thread(() => Play(number)))];
        foreach (var thread in _threads)
            thread.Start();
    }

    /// <summary>How many pairs have been played, and so how many rounds; two may be half played by two threads.</summary>
    public long Played => Interlocked.Read(ref _played);

    /// <summary>Starts to play; returns when each thread has played.</summary>
    /// <exception cref="BenchmarkException">It cannot be played.</exception>
    public static GreetingLoad Start(IPEndPoint server, int threads)
    {
        var load = new GreetingLoad(server, threads);
        if (load._playing.Wait(Patience) && load._failure is null)
            return load;
        load.Dispose();
        throw new BenchmarkException(load._failure ?? "the load did not get to play");
    }

    /// <summary>Plays what has begun to its end; the result is how many rounds were played in all.</summary>
    /// <exception cref="BenchmarkException">A client was not told a verdict.</exception>
    public long Stop()
    {
        Join();
        return _failure is null ? Played : throw new BenchmarkException(_failure);
    }

    public void Dispose()
    {
        Join();
        _playing.Dispose();
    }

    private void Join()
    {
        _isStopping = true;
        foreach (var thread in _threads)
            thread.Join();
    }

    private void Play(int number)
    {
        var hasPlayed = false;
        try
        {
            for (var pair = 0; !_isStopping; pair++)
            {
                PlayPair(string.Create(CultureInfo.InvariantCulture, $"{number}.{pair}"));
                Interlocked.Increment(ref _played);
                if (!hasPlayed)
                    _playing.Signal();
                hasPlayed = true;
            }
        }
        catch (Exception e) when (e is SocketException or BenchmarkException)
        {
            _failure ??= $"the load: {e.Message}";
            if (!hasPlayed)
                _playing.Signal();
        }
    }

    private void PlayPair(string text)
    {
        using var one = new ClientConnection(_server);
        using var other = new ClientConnection(_server);
        var line = Encoding.ASCII.GetBytes(text + "\n");
        one.Send(line);
        other.Send(line);
        Check(Encoding.UTF8.GetString(one.ReceiveAll()), text);
        Check(Encoding.UTF8.GetString(other.ReceiveAll()), text);
    }

    /// <summary>A greeting names the client's letter; a verdict follows, with the client's text by that letter.</summary>
    private static void Check(string received, string text)
    {
        foreach (var (own, other) in new[] { ("X", "Y"), ("Y", "X") })
        {
            var greeting = Encoding.UTF8.GetString(Greeting.ToBytes(ContenderId.Parse(own)));
            if (received.StartsWith(greeting, StringComparison.Ordinal)
                && IsVerdict(received[greeting.Length..], $"{own}: {text}", $"{other}: "))
                return;
        }

        throw new BenchmarkException($"a client that said {text} was told '{received}', which is no verdict");
    }

    private static bool IsVerdict(string sentence, string own, string other) =>
        (sentence.StartsWith($"{own} received before {other}", StringComparison.Ordinal) && sentence.EndsWith('\n'))
        || (sentence.StartsWith(other, StringComparison.Ordinal)
            && sentence.EndsWith($" received before {own}\n", StringComparison.Ordinal));
}
