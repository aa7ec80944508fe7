namespace ActorArbiter.Protocol;

/// <summary>What a <see cref="LineReader"/> made of the bytes it was given.</summary>
public enum LineStatus
{
    /// <summary>The line has not ended yet.</summary>
    Incomplete,

    /// <summary>A whole line was read.</summary>
    Complete,

    /// <summary>The line has more bytes than a line may have; nothing further is kept.</summary>
    TooLong,
}
