using ActorArbiter.Ordering;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Journal.Records;

/// <summary>A verdict that is to be recorded; it has no number yet.</summary>
/// <param name="Round">The round's name; none where rounds have no names.</param>
/// <param name="Details">Everything else.</param>
internal sealed record JournalEntry(RoundName? Round, RecordDetails Details)
{
    /// <summary>The entry of a verdict.</summary>
    /// <param name="verdict">The order.</param>
    /// <param name="profile">How its contenders talk to the server.</param>
    /// <param name="round">The round's name, if it has one.</param>
    /// <param name="decidedAt">When it was decided.</param>
    public static JournalEntry Of(Verdict verdict, RoundProfile profile, RoundName? round, DateTimeOffset decidedAt) =>
        new(round, new RecordDetails(profile, decidedAt, [.. verdict.Select(RecordedPlace.Of)]));
}
