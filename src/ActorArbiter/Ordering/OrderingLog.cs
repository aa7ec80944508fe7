using Akka.Event;

namespace ActorArbiter.Ordering;

/// <summary>What the ordering actor logs.</summary>
internal static class OrderingLog
{
    /// <summary>Stamps that there were did not decide. Once a round.</summary>
    public static void FellBack(ILoggingAdapter log, Verdict verdict, VerdictTally tally) => log.Warning(
        "the round of {0} was told in the order of the mailbox: {1}; {2} of {3} so far",
        string.Join(", ", verdict.Order.Select(arrival => arrival.Id)),
        verdict.Doubt,
        tally[Protocol.Basis.Mailbox],
        tally.Total);

    /// <summary>The server's last word on its verdicts.</summary>
    public static void Told(ILoggingAdapter log, VerdictTally tally) => log.Info("{0}", tally);
}
