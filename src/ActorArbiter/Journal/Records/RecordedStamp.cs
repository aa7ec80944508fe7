using ActorArbiter.Ordering;

namespace ActorArbiter.Journal.Records;

/// <summary>When a recorded message arrived.</summary>
/// <param name="Clock">Whose time that is.</param>
/// <param name="Nanoseconds">The time on that clock.</param>
/// <param name="IsLate">As in <see cref="ReceiveStamp"/>.</param>
internal readonly record struct RecordedStamp(RecordedClock Clock, long Nanoseconds, bool IsLate = false)
{
    /// <summary>What is kept of <paramref name="stamp"/>; nothing where there is none.</summary>
    public static RecordedStamp? Of(ReceiveStamp stamp) => stamp.Source switch
    {
        StampSource.Kernel => new RecordedStamp(RecordedClock.Kernel, stamp.Nanoseconds, stamp.IsLate),
        StampSource.Read => new RecordedStamp(RecordedClock.Read, stamp.Nanoseconds, stamp.IsLate),
        _ => null,
    };
}
