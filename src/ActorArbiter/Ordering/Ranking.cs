using System.Globalization;
using ActorArbiter.Clocks;

namespace ActorArbiter.Ordering;

/// <summary>
/// The order of some arrivals: by their stamps where these can be trusted, by their places in the mailbox otherwise.
/// </summary>
internal readonly struct Ranking
{
    /// <summary>
    /// How far the system's clock may seem to have moved whatever the gaps are, in nanoseconds: more than two samples of it
    /// can be wrong by.
    /// </summary>
    private const long Tolerance = 50_000;

    private Ranking(Arrival[] order, bool isByStamp, bool isSteady, string? doubt)
    {
        Order = order;
        IsByStamp = isByStamp;
        HasTimes = isByStamp && isSteady;
        Doubt = doubt;
    }

    /// <summary>The arrivals, the first first; the array is whose the ranking is.</summary>
    public Arrival[] Order { get; }

    public bool IsByStamp { get; }

    /// <summary>
    /// Whether stamps tell times, too, and not only the order: the system's clock was not set since the first of them.
    /// </summary>
    public bool HasTimes { get; }

    /// <summary>Why stamps that there were did not decide; none when they did.</summary>
    public string? Doubt { get; }

    /// <summary>Ranks <paramref name="arrivals"/>, whatever order they come in.</summary>
    /// <param name="arrivals">At least one.</param>
    /// <param name="clocks">How the system's clock went, up to now.</param>
    /// <param name="opening">What opened their round, if its stamp is to be compared with theirs.</param>
    public static Ranking Of(ReadOnlySpan<Arrival> arrivals, ClockHistory clocks, Opening opening = default)
    {
        var byStamp = arrivals.ToArray();
        Array.Sort(byStamp, CompareStamps);
        var stamped = 0;
        foreach (var arrival in byStamp)
        {
            if (arrival.Stamp.IsKnown)
                stamped++;
        }

        if (stamped == byStamp.Length)
            return ByStamp(byStamp, Moved(byStamp, clocks, opening));
        return ByMailbox(byStamp, stamped == 0 ? null : "some of its messages have no stamp");
    }

    /// <summary>When <paramref name="arrival"/> came, in nanoseconds: by its stamp if there are times, else when it was taken.</summary>
    public long Time(Arrival arrival) =>
        HasTimes ? arrival.Stamp.Nanoseconds : arrival.At.Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>The verdict of those that have a place.</summary>
    /// <param name="chosen">Some of <see cref="Order"/>, in that order.</param>
    public Verdict ToVerdict(ReadOnlySpan<Arrival> chosen) =>
        new(chosen.Length == Order.Length ? Order : chosen.ToArray(), IsByStamp, HasTimes, Doubt);

    private static int CompareStamps(Arrival one, Arrival other)
    {
        var byStamp = one.Stamp.Nanoseconds.CompareTo(other.Stamp.Nanoseconds);
        return byStamp != 0 ? byStamp : CompareSequences(one, other);
    }

    private static int CompareSequences(Arrival one, Arrival other) => one.Sequence.CompareTo(other.Sequence);

    private static Ranking ByMailbox(Arrival[] arrivals, string? doubt)
    {
        Array.Sort(arrivals, CompareSequences);
        return new Ranking(arrivals, isByStamp: false, isSteady: false, doubt);
    }

    private static Ranking ByStamp(Arrival[] byStamp, long? moved)
    {
        var doubt = byStamp.Length == 1 ? null : moved switch
        {
            null => "it is not known how the system's clock went while it was open",
            { } much when much > Math.Max(SmallestGap(byStamp) - Tolerance, Tolerance) => string.Create(
                CultureInfo.InvariantCulture, $"the system's clock was set by {much / 1e6:0.###} ms while it was open"),
            _ => null,
        };
        return doubt is null
            ? new Ranking(byStamp, isByStamp: true, isSteady: moved <= Tolerance, doubt: null)
            : ByMailbox(byStamp, doubt);
    }

    /// <summary>How far the system's clock moved since the first of all this; not known if none.</summary>
    private static long? Moved(Arrival[] byStamp, ClockHistory clocks, Opening opening)
    {
        var earliest = byStamp[0].Stamp.Nanoseconds;
        var first = long.MaxValue;
        foreach (var arrival in byStamp)
            first = Math.Min(first, arrival.Sequence);
        return opening.Stamp.IsKnown
            ? clocks.MovedSince(Math.Min(earliest, opening.Stamp.Nanoseconds), Math.Min(first, opening.Sequence))
            : clocks.MovedSince(earliest, first);
    }

    private static long SmallestGap(Arrival[] byStamp)
    {
        var smallest = long.MaxValue;
        for (var i = 1; i < byStamp.Length; i++)
            smallest = Math.Min(smallest, byStamp[i].Stamp.Nanoseconds - byStamp[i - 1].Stamp.Nanoseconds);
        return smallest;
    }
}
