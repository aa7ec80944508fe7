using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>The final order of a round, the first to arrive first.</summary>
internal sealed class Verdict(IReadOnlyList<Arrival> order)
{
    public IReadOnlyList<Arrival> Order { get; } = order;

    /// <summary>What every contender is told, the same for all to the byte.</summary>
    public string Sentence { get; } = VerdictSentence.Of(order.Select(arrival => arrival.Message));

    public override string ToString() => Sentence;
}
