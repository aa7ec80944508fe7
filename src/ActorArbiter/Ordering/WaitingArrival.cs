namespace ActorArbiter.Ordering;

/// <summary>An arrival whose round is not decided.</summary>
/// <param name="arrival">What waits.</param>
internal sealed class WaitingArrival(Arrival arrival)
{
    /// <summary>The order in which rounds take the messages of one id.</summary>
    public static IComparer<WaitingArrival> Order { get; } = Comparer<WaitingArrival>.Create((one, other) =>
        one.Presence != other.Presence
            ? one.Presence.CompareTo(other.Presence)
            : one.Arrival.Sequence.CompareTo(other.Arrival.Sequence));

    public Arrival Arrival { get; } = arrival;

    public Presence Presence { get; set; }
}
