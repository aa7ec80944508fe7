using ActorArbiter.Ordering;

namespace ActorArbiter.Transcript;

/// <summary>What <see cref="TranscriptActor"/> is told and tells.</summary>
internal static class TranscriptProtocol
{
    /// <summary>All listeners are bound. From the arbiter; no reply.</summary>
    public sealed record Ready;

    /// <summary>A greeting connection has a seat. From the ordering actor; no reply.</summary>
    public sealed record Accepted(Seat Seat);

    /// <summary>A verdict was told to its contenders. From the ordering actor; no reply.</summary>
    public sealed record Told(Verdict Verdict);

    /// <summary>
    /// Nothing further comes. From the arbiter. Answered with <see cref="Finished"/> when all that came is written, or
    /// cannot be, or the reader of the transcript took too long.
    /// </summary>
    public sealed record Finish;

    /// <summary>The transcript has ended; what of it was not written is logged. To who sent <see cref="Finish"/>.</summary>
    public sealed record Finished;
}
