using Akka.Event;

namespace ActorArbiter.Transcript;

/// <summary>What the transcript logs.</summary>
internal static class TranscriptLog
{
    public static void Stalled(ILoggingAdapter log) =>
        log.Warning("the reader of the transcript stalls: parts of the transcript are dropped until it reads on");

    public static void Dropped(ILoggingAdapter log, long count) =>
        log.Warning("{0} parts of the transcript were dropped", count);
}
