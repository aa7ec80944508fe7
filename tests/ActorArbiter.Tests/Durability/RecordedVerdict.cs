using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Durability;

/// <summary>A verdict as it stands in the journal.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Round">The round's name; none where rounds have no names.</param>
/// <param name="Sentence">The order.</param>
internal sealed record RecordedVerdict(long Number, string? Round, string Sentence)
{
    /// <summary>A record of which nothing was pruned.</summary>
    public static RecordedVerdict Of(JournalRecord record) => new(
        record.Number,
        record.Round?.Value,
        VerdictSentence.Of(record.Details!.Places.Select(place => place.Message)));
}
