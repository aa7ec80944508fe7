using Akka.Event;

namespace ActorArbiter.Journal;

/// <summary>What the journal logs.</summary>
internal static class JournalLog
{
    public static void Opened(ILoggingAdapter log, string path, long records) =>
        log.Info("verdicts are recorded in {0}, which has {1} so far", path, records);

    public static void Failed(ILoggingAdapter log, string reason) => log.Error("{0}", reason);

    public static void Closed(ILoggingAdapter log, string path, long records) =>
        log.Debug("{0} is closed with {1} records", path, records);
}
