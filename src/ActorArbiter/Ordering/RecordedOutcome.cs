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
        ClientMessage[] messages = [.. places.Select(place => place.Message)];
        return Outcome.Of(
            name,
            record.Number,
            messages,
            [.. places.Select(place => new RememberedPlace(place.Message.Id, place.Gap, place.Basis))]);
    }
}
