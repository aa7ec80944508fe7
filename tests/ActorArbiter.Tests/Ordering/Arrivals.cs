using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Tests.Clocks;

namespace ActorArbiter.Tests.Ordering;

/// <summary>Arrivals in short.</summary>
internal static class Arrivals
{
    public static ConnectionId Connection(long number) => new(1, number);

    /// <summary>An arrival whose stamp this program read, and whose connection has the number of its place in the mailbox.</summary>
    public static Arrival Of(string id, long stamp, long sequence, string text = "hello", TimeSpan at = default) =>
        Of(id, new ReceiveStamp(StampSource.Read, stamp), sequence, at, text);

    public static Arrival Of(string id, ReceiveStamp stamp, long sequence, TimeSpan at = default, string text = "hello") =>
        new(new ClientMessage(ContenderId.Parse(id), text), Connection(sequence), stamp, sequence, at);

    /// <summary>A stamp that this program read, in nanoseconds since the Unix epoch.</summary>
    public static ReceiveStamp Read(long nanoseconds, bool isLate = false) =>
        new(StampSource.Read, nanoseconds, isLate);

    /// <summary>A kernel stamp, in nanoseconds since the Unix epoch.</summary>
    public static ReceiveStamp Kernel(long nanoseconds, bool isLate = false) =>
        new(StampSource.Kernel, nanoseconds, isLate);

    /// <summary>The verdict of a closed round while which nobody set the clock.</summary>
    public static Verdict Decide(Round round) => round.Decide(SteadyClock.History()).Verdict!;

    public static string Ids(Verdict verdict) => Ids(verdict.Order);

    public static string Ids(IEnumerable<Arrival> arrivals) => string.Join(' ', arrivals.Select(arrival => arrival.Id));
}
