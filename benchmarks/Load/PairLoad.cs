using System.Diagnostics;
using System.Net;

namespace Benchmarks.Load;

/// <summary>
/// Pairs of contenders that play rounds as fast as the server tells them: a pair begins the next one when both were told the last.
/// All on the caller's thread, with four system calls a round and its share of a wait (sessions; connecting and closing need more), and
/// no allocation: what the load costs the machine is little beside the server.
/// </summary>
internal sealed class PairLoad : IDisposable
{
    private const int PatienceMilliseconds = 15_000;

    private readonly IRoundProtocol _protocol;
    private readonly EventPoll _poll;
    private readonly ContenderPair[] _pairs;
    private readonly CancellationToken _interrupted;
    private long _begun;

    /// <param name="server">Where to connect to.</param>
    /// <param name="pairs">How many pairs play at once.</param>
    /// <param name="protocol">What they say.</param>
    /// <param name="interrupted">Ends the playing.</param>
    /// <param name="onConnected">
    /// Called after each pair with the number of pairs so far. A server accepts at its own pace, and beyond its queue, of 4,096
    /// connections usually, the kernel drops a connection without telling a client that says nothing.
    /// </param>
    /// <exception cref="BenchmarkException">The server cannot be reached.</exception>
    public PairLoad(
        IPEndPoint server, int pairs, IRoundProtocol protocol, CancellationToken interrupted, Action<int>? onConnected = null)
    {
        _protocol = protocol;
        _interrupted = interrupted;
        _pairs = new ContenderPair[pairs];
        _poll = new EventPoll(2 * pairs);
        try
        {
            for (var pair = 0; pair < pairs; pair++)
            {
                _pairs[pair] = ConnectPair(server, 2 * pair);
                onConnected?.Invoke(pair + 1);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How many rounds were told so far, in time and after it.</summary>
    public long Rounds { get; private set; }

    /// <summary>Has all pairs send requests that are not answered yet; the next to be played are the same rounds.</summary>
    /// <exception cref="BenchmarkException">A request was not sent.</exception>
    public void Announce()
    {
        var round = _begun;
        foreach (var pair in _pairs)
            pair.Begin(round++, _protocol);
    }

    /// <summary>Plays for <paramref name="time"/>; the result is how many rounds were told within it.</summary>
    /// <param name="time">How long; none is one round of each pair, told after the time.</param>
    /// <param name="times">Takes how long each of those rounds took, from just before its first message to its second answer.</param>
    /// <exception cref="BenchmarkException">A contender was told something wrong, or nothing.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public long Play(TimeSpan time, RoundTimes? times = null)
    {
        var started = Stopwatch.GetTimestamp();
        var told = 0L;
        foreach (var pair in _pairs)
            pair.Begin(_begun++, _protocol);
        for (var playing = _pairs.Length; playing > 0;)
        {
            foreach (var key in Wait())
            {
                if (!IsTold(key))
                    continue;

                // What is told after the time is checked all the same.
                if (Stopwatch.GetElapsedTime(started) < time)
                {
                    told++;
                    times?.Add(_pairs[key / 2].Elapsed);
                    _pairs[key / 2].Begin(_begun++, _protocol);
                }
                else
                {
                    playing--;
                }
            }
        }

        return told;
    }

    public void Dispose()
    {
        foreach (var pair in _pairs)
            pair?.Dispose();
        _poll.Dispose();
    }

    private ContenderPair ConnectPair(IPEndPoint server, int key)
    {
        var one = Connect(server, key);
        try
        {
            return new ContenderPair(one, Connect(server, key + 1));
        }
        catch
        {
            one.Dispose();
            throw;
        }
    }

    private IContenderConnection Connect(IPEndPoint server, int key) =>
        _protocol.IsSession ? new SessionConnection(server, _poll, key) : new ClassicConnection(server, _poll, key);

    private ReadOnlySpan<int> Wait()
    {
        var keys = _poll.Wait(PatienceMilliseconds);
        _interrupted.ThrowIfCancellationRequested();
        return keys.IsEmpty ? throw new BenchmarkException($"nobody was told anything for {PatienceMilliseconds} ms") : keys;
    }

    /// <summary>Takes what came for a contender; whether its round is over with that.</summary>
    private bool IsTold(int key)
    {
        var pair = _pairs[key / 2];
        pair.Receive(key % 2);
        if (!pair.IsTold)
            return false;
        pair.Check(key / 2, _protocol);
        Rounds++;
        return true;
    }
}
