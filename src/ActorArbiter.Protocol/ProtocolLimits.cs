namespace ActorArbiter.Protocol;

/// <summary>The sizes that the protocol fixes.</summary>
public static class ProtocolLimits
{
    /// <summary>The most bytes of a line, its end not counted.</summary>
    public const int MaxLineBytes = 1024;

    /// <summary>The most UTF-8 bytes of a message's text; the least is one.</summary>
    public const int MaxTextBytes = 256;

    /// <summary>The most bytes of a verdict's sentence.</summary>
    public const int MaxSentenceBytes = 32 * 1024;

    /// <summary>The most contenders whose sentence always fits <see cref="MaxSentenceBytes"/>.</summary>
    public const int MaxContenders =
        (MaxSentenceBytes + VerdictSentence.SeparatorLength)
        / (ContenderId.MaxLength + VerdictSentence.ColonLength + MaxTextBytes + VerdictSentence.SeparatorLength);
}
