using System.Globalization;
using ActorArbiter.Clocks;
using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>
/// The order of some arrivals: by their stamps where these can be trusted, by their places in the mailbox otherwise.
/// </summary>
internal sealed class Ranking
{
    /// <summary>
    /// How far the system's clock may seem to have moved whatever the gaps are, in nanoseconds: more than two samples of it
    /// can be wrong by.
    /// </summary>
    private const long Tolerance = 50_000;

    private Ranking(Arrival[] order, bool isByStamp, string? doubt)
    {
        Order = order;
        IsByStamp = isByStamp;
        Doubt = doubt;
    }

    /// <summary>The arrivals, the first first.</summary>
    public IReadOnlyList<Arrival> Order { get; }

    public bool IsByStamp { get; }

    /// <summary>Why stamps that there were did not decide; none when they did.</summary>
    public string? Doubt { get; }

    /// <summary>Ranks <paramref name="arrivals"/>, whatever order they come in.</summary>
    /// <param name="arrivals">At least one.</param>
    /// <param name="clocks">How the system's clock went, up to now.</param>
    public static Ranking Of(IEnumerable<Arrival> arrivals, ClockHistory clocks)
    {
        Arrival[] byStamp = [.. arrivals.OrderBy(each => each.Stamp.Nanoseconds).ThenBy(each => each.Sequence)];
        var source = byStamp[0].Stamp.Source;
        if (Array.Exists(byStamp, each => each.Stamp.Source != source))
            return ByMailbox(byStamp, "its messages have stamps of different clocks");
        return source switch
        {
            StampSource.None => ByMailbox(byStamp, doubt: null),
            StampSource.Kernel when DoubtOf(byStamp, clocks) is { } doubt => ByMailbox(byStamp, doubt),
            _ => new Ranking(byStamp, isByStamp: true, doubt: null),
        };
    }

    /// <summary>When <paramref name="arrival"/> came, in nanoseconds, on the clock that this order is by.</summary>
    public long Time(Arrival arrival) =>
        IsByStamp ? arrival.Stamp.Nanoseconds : arrival.At.Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>The verdict of those that have a place.</summary>
    /// <param name="chosen">Some of <see cref="Order"/>, in that order.</param>
    public Verdict ToVerdict(IReadOnlyList<Arrival> chosen)
    {
        var places = new Place[chosen.Count];
        for (var i = 0; i < places.Length; i++)
        {
            var before = chosen[Math.Max(i - 1, 0)];
            places[i] = new Place(
                chosen[i], IsByStamp ? Time(chosen[i]) - Time(before) : null, BasisOf(chosen[i].Stamp));
        }

        return new Verdict(places, Doubt);
    }

    private static Ranking ByMailbox(Arrival[] arrivals, string? doubt) =>
        new([.. arrivals.OrderBy(each => each.Sequence)], isByStamp: false, doubt);

    private static string? DoubtOf(Arrival[] byStamp, ClockHistory clocks)
    {
        if (byStamp.Length == 1)
            return null;
        var smallestGap = long.MaxValue;
        for (var i = 1; i < byStamp.Length; i++)
            smallestGap = Math.Min(smallestGap, byStamp[i].Stamp.Nanoseconds - byStamp[i - 1].Stamp.Nanoseconds);
        return clocks.MovedSince(byStamp[0].Stamp.Nanoseconds, byStamp.Min(each => each.Sequence)) switch
        {
            null => "it is not known how the system's clock went while it was open",
            { } moved when moved > Math.Max(smallestGap - Tolerance, Tolerance) => string.Create(
                CultureInfo.InvariantCulture, $"the system's clock was set by {moved / 1e6:0.###} ms while it was open"),
            _ => null,
        };
    }

    private Basis BasisOf(ReceiveStamp stamp) => stamp switch
    {
        _ when !IsByStamp => Basis.Mailbox,
        { Source: StampSource.Clock } => Basis.Clock,
        { IsLate: true } => Basis.KernelLate,
        _ => Basis.Kernel,
    };
}
