using Akka.Event;

namespace ActorArbiter.Transcript;

/// <summary>What the transcript logs.</summary>
internal static class TranscriptLog
{
    public static void Stalled(ILoggingAdapter log) =>
        log.Warning("the reader of the transcript stalls: parts of the transcript are dropped until it reads on");

    public static void Dropped(ILoggingAdapter log, long count) =>
        log.Warning("{0} parts of the transcript were dropped", count);

    public static void Failed(ILoggingAdapter log, Exception cause) =>
        log.Warning("the transcript cannot be written: {0}", cause.Message);

    public static void NotWritten(ILoggingAdapter log, long count) =>
        log.Warning("parts of the transcript that were not written: {0}", count);
}
