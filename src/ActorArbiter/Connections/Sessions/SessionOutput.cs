using Akka.IO;

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
    private ByteString _next = ByteString.Empty;
    private int _longestOfNext;
    private int _underWay;
    private int _longestUnderWay;

    /// <param name="limit">The most bytes that may wait.</param>
    public SessionOutput(int limit) => _limit = limit;

    /// <summary>Whether something waits.</summary>
    public bool IsWaiting => Waiting > 0;

    /// <summary>Whether so little waits that more may be asked for.</summary>
    public bool HasRoom => Waiting <= _limit;

    private int Waiting => _underWay + _next.Count;

    /// <summary>Adds what was delivered.</summary>
    /// <returns>Whether the client reads fast enough; if not, it must be cut.</returns>
    public bool Add(ByteString lines)
    {
        _next += lines;
        _longestOfNext = Math.Max(_longestOfNext, lines.Count);
        return Waiting - Math.Max(_longestOfNext, _longestUnderWay) <= _limit;
    }

    /// <summary>What to write now; nothing while a write is under way.</summary>
    public ByteString TakeNext()
    {
        if (_underWay > 0)
            return ByteString.Empty;
        _underWay = _next.Count;
        _longestUnderWay = _longestOfNext;
        return TakeRest();
    }

    /// <summary>What is to be written behind the write that is under way.</summary>
    public ByteString TakeRest()
    {
        var rest = _next;
        _next = ByteString.Empty;
        _longestOfNext = 0;
        return rest;
    }

    /// <summary>The kernel has all of the write that was under way.</summary>
    public void Acknowledged()
    {
        _underWay = 0;
        _longestUnderWay = 0;
    }
}
