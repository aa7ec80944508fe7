using ActorArbiter.Ordering.Sessions;

namespace ActorArbiter.Connections.Sessions;

/// <summary>
/// What waits for a session's client to read it: one write that is under way, and what was delivered meanwhile, joined to
/// be the next one.
/// </summary>
/// <remarks>
/// The longest delivery that waits does not count against the limit. So one of any length can pass, whatever is under way
/// as it comes, and no more than the limit and that one ever waits.
/// </remarks>
internal sealed class SessionOutput
{
    private readonly int _limit;
    private JoinedLines _next;
    private int _longestOfNext;
    private int _underWay;
    private int _longestUnderWay;

    /// <param name="limit">The most bytes that may wait.</param>
    public SessionOutput(int limit) => _limit = limit;

    /// <summary>Whether something waits.</summary>
    public bool IsWaiting => Waiting > 0;

    /// <summary>Whether so little waits that more may be asked for.</summary>
    public bool HasRoom => Waiting <= _limit;

    private int Waiting => _underWay + _next.Length;

    /// <summary>Adds what was delivered.</summary>
    /// <returns>Whether the client reads fast enough; if not, it must be cut.</returns>
    public bool Add(ReadOnlyMemory<byte> lines)
    {
        _next.Add(lines);
        _longestOfNext = Math.Max(_longestOfNext, lines.Length);
        return Waiting - Math.Max(_longestOfNext, _longestUnderWay) <= _limit;
    }

    /// <summary>What to write now; nothing while a write is under way.</summary>
    public ReadOnlyMemory<byte> TakeNext()
    {
        if (_underWay > 0)
            return default;
        _underWay = _next.Length;
        _longestUnderWay = _longestOfNext;
        _longestOfNext = 0;
        return _next.Take();
    }

    /// <summary>What is to be written behind the write that is under way: all that waits, and <paramref name="last"/>.</summary>
    public ReadOnlyMemory<byte> TakeRest(ReadOnlyMemory<byte> last)
    {
        _next.Add(last);
        _longestOfNext = 0;
        return _next.Take();
    }

    /// <summary>The kernel has all of the write that was under way.</summary>
    public void Acknowledged()
    {
        _underWay = 0;
        _longestUnderWay = 0;
    }
}
