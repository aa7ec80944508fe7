using ActorArbiter.Clocks;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Ordering;

/// <summary>Arrivals in short.</summary>
internal static class Arrivals
{
    public static ConnectionId Connection(long number) => new(1, number);

    /// <summary>An arrival with a stamp of the monotonic clock, whose connection has the number of its place in the mailbox.</summary>
    public static Arrival Of(string id, long stamp, long sequence, string text = "hello", TimeSpan at = default) =>
        Of(id, new ReceiveStamp(StampSource.Read, stamp), sequence, at, text);

    public static Arrival Of(string id, ReceiveStamp stamp, long sequence, TimeSpan at = default, string text = "hello") =>
        new(new ClientMessage(ContenderId.Parse(id), text), Connection(sequence), stamp, sequence, at);

    /// <summary>A kernel stamp, in nanoseconds since the Unix epoch.</summary>
    public static ReceiveStamp Kernel(long nanoseconds, bool isLate = false) =>
        new(StampSource.Kernel, nanoseconds, isLate);

    /// <summary>The verdict of a closed round whose stamps are not the kernel's.</summary>
    public static Verdict Decide(Round round) => round.Decide(new ClockHistory()).Verdict!;

    public static string Ids(Verdict verdict) => Ids(verdict.Order);

    public static string Ids(IEnumerable<Arrival> arrivals) => string.Join(' ', arrivals.Select(arrival => arrival.Id));
}
