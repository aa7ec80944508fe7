using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>A contender's place in a verdict.</summary>
/// <param name="Arrival">Whose place it is.</param>
/// <param name="Gap">
/// Nanoseconds since the arrival before it, 0 for the first; <see langword="null"/> when stamps did not decide, or tell the order
/// alone because the system's clock was set meanwhile.
/// </param>
/// <param name="Basis">What decided.</param>
internal readonly record struct Place(Arrival Arrival, long? Gap, Basis Basis) : IPlace
{
    public ClientMessage Message => Arrival.Message;
}
