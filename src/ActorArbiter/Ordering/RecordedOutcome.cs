using ActorArbiter.Journal.Records;
using ActorArbiter.Ordering.Sessions;

namespace ActorArbiter.Ordering;

/// <summary>What is told of a round that the journal has.</summary>
internal static class RecordedOutcome
{
    /// <param name="record">The record of a round with a name.</param>
    public static Outcome Of(JournalRecord record)
    {
        var name = record.Round.GetValueOrDefault();
        return record.Details is { Places: var places }
            ? Outcome.Of(name, record.Number, places)
            : Outcome.Pruned(name, record.Number, record.Winner, record.Contenders);
    }
}
