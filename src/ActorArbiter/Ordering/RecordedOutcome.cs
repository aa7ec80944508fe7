using ActorArbiter.Journal.Records;
using ActorArbiter.Ordering.Sessions;
using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>What is told of a round that the journal has.</summary>
internal static class RecordedOutcome
{
    /// <param name="record">The record of a round with a name.</param>
    public static Outcome Of(JournalRecord record)
    {
        var name = record.Round.GetValueOrDefault();
        if (record.Details is not { Places: var places })
            return Outcome.Pruned(name, record.Number, record.Winner, record.Contenders);
        return Outcome.Of(
            name,
            record.Number,
            VerdictSentence.Of(places.Select(place => place.Message)),
            [.. places.Select(place => (place.Message.Id, place.Gap, place.Basis))]);
    }
}
