using ActorArbiter.Ordering;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Ordering;

/// <summary>Arrivals in short.</summary>
internal static class Arrivals
{
    public static ConnectionId Connection(long number) => new(1, number);

    /// <summary>An arrival whose connection has the number of its place in the mailbox.</summary>
    public static Arrival Of(string id, long stamp, long sequence, string text = "hello") =>
        new(new ClientMessage(ContenderId.Parse(id), text), Connection(sequence), new ReceiveStamp(stamp), sequence);

    public static string Ids(Verdict verdict) => string.Join(' ', verdict.Order.Select(arrival => arrival.Id));
}
