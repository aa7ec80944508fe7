using ActorArbiter.Ordering.Sessions;

namespace ActorArbiter.Ordering;

/// <summary>How rounds are kept.</summary>
internal sealed record OrderingOptions
{
    /// <summary>How many messages decide a round.</summary>
    public required int Contenders { get; init; }

    /// <summary>How many verdicts are told before the server is done; no limit when <see langword="null"/>.</summary>
    public required int? Rounds { get; init; }

    /// <summary>How long after its first message a classic round must be complete.</summary>
    public required TimeSpan RoundTimeout { get; init; }

    /// <summary>How long after the greeting all messages of a greeting round must have come.</summary>
    public required TimeSpan MessageTimeout { get; init; }

    /// <summary>The most rounds that may be open at once, for each profile.</summary>
    public required int MaxOpenRounds { get; init; }

    /// <summary>How named rounds are kept.</summary>
    public required SessionOptions Sessions { get; init; }
}
