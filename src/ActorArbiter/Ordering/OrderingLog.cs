using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
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
        tally[Basis.Mailbox],
        tally.Total);

    public static void Decided(ILoggingAdapter log, Verdict verdict)
    {
        if (log.IsDebugEnabled)
            log.Debug("decided, basis {0}: {1}", verdict.Basis.Word(), verdict);
    }

    /// <summary>A message was read so late that its round was decided without it.</summary>
    public static void Overtaken(ILoggingAdapter log, RoundName round, Arrival arrival, VerdictTally tally) => log.Warning(
        "a message of {0} arrived in time for round {1}, and was read when that was decided; {2} so far",
        arrival.Id,
        round,
        tally.Overtaken);

    /// <summary>The server's last word on its verdicts.</summary>
    public static void Told(ILoggingAdapter log, VerdictTally tally) => log.Info("{0}", tally);
}
