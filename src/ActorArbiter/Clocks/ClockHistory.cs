namespace ActorArbiter.Clocks;

/// <summary>
/// How the system's clock went against one that nobody can set, so that stamps of the one are not compared across a
/// moment at which it was set.
/// </summary>
/// <remarks>
/// A stamp alone does not tell whether it is from before the clock was set back or from after. So a sample counts as
/// earlier than a stamp only if it is so whichever of the clock's recent settings the stamp is from.
/// </remarks>
internal sealed class ClockHistory
{
    /// <summary>Samples of this long are kept as one span; nanoseconds.</summary>
    private const long SpanLength = 10_000_000;

    /// <summary>How long a message may take from the network card to the mailbox, at most; nanoseconds.</summary>
    private const long MaxDelay = 10_000_000_000;

    /// <summary>Of more spans the older half is merged two by two: what is long past need not be known to the second.</summary>
    private const int MaxSpans = 2048;

    private readonly List<Span> _spans = [];

    /// <summary>Takes the newest sample.</summary>
    /// <param name="sample">The clocks now.</param>
    /// <param name="sequence">Its place among the arrivals.</param>
    public void Add(ClockSample sample, long sequence)
    {
        if (_spans.Count > 0 && sample.Boottime - _spans[^1].Boottime < SpanLength)
        {
            _spans[^1] = _spans[^1].With(sample.Offset);
            return;
        }

        if (_spans.Count == MaxSpans)
            MergeOlderHalf();
        var highest = Math.Max(sample.Offset, HighestSince(sample.Boottime - MaxDelay));
        _spans.Add(new Span(sample.Boottime, sequence, sample.Offset, sample.Offset, highest));
    }

    /// <summary>
    /// The most by which the offset of the two clocks differed, between the last sample before the earliest of some
    /// arrivals and the newest; in nanoseconds. None when nothing is known.
    /// </summary>
    /// <param name="earliestStamp">The smallest of their stamps.</param>
    /// <param name="firstSequence">The first of their places.</param>
    public long? MovedSince(long earliestStamp, long firstSequence)
    {
        if (_spans.Count == 0)
            return null;
        var i = _spans.Count - 1;
        var (lowest, highest) = (_spans[i].Lowest, _spans[i].Highest);
        while (i > 0 && _spans[i].Sequence >= firstSequence)
            Include(_spans[--i]);

        var earliest = earliestStamp - Math.Max(highest, _spans[i].HighestRecent);
        while (i > 0 && _spans[i].Boottime > earliest)
            Include(_spans[--i]);
        return highest - lowest;

        void Include(Span span) =>
            (lowest, highest) = (Math.Min(lowest, span.Lowest), Math.Max(highest, span.Highest));
    }

    /// <summary>Of the spans since then and of the one before, which says what was set before a pause.</summary>
    private long HighestSince(long boottime)
    {
        var highest = long.MinValue;
        for (var i = _spans.Count - 1; i >= 0; i--)
        {
            highest = Math.Max(highest, _spans[i].Highest);
            if (_spans[i].Boottime < boottime)
                break;
        }

        return highest;
    }

    private void MergeOlderHalf()
    {
        const int Half = MaxSpans / 2;
        for (var i = 0; i < Half / 2; i++)
            _spans[i] = _spans[2 * i].With(_spans[(2 * i) + 1]);
        _spans.RemoveRange(Half / 2, Half / 2);
    }

    /// <param name="Boottime">When its first sample was taken.</param>
    /// <param name="Sequence">The place of its first sample among the arrivals.</param>
    /// <param name="Lowest">The lowest offset of its samples.</param>
    /// <param name="Highest">The highest offset of its samples.</param>
    /// <param name="HighestRecent">The highest offset that a message taken now can have been stamped with.</param>
    private readonly record struct Span(
        long Boottime, long Sequence, long Lowest, long Highest, long HighestRecent)
    {
        public Span With(long offset) => this with
        {
            Lowest = Math.Min(Lowest, offset),
            Highest = Math.Max(Highest, offset),
            HighestRecent = Math.Max(HighestRecent, offset),
        };

        public Span With(Span later) => With(later.Lowest).With(later.Highest) with
        {
            HighestRecent = Math.Max(HighestRecent, later.HighestRecent),
        };
    }
}
