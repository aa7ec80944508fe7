using ActorArbiter.Ordering;
using ActorArbiter.Protocol;

namespace ActorArbiter.Journal.Records;

/// <summary>A contender's place in a recorded verdict.</summary>
/// <param name="Message">Who it is, and what was said.</param>
/// <param name="Stamp">When the message arrived; none where there was no stamp.</param>
/// <param name="Gap">Nanoseconds since the arrival before it, as in <see cref="Place"/>.</param>
/// <param name="Basis">What decided.</param>
internal sealed record RecordedPlace(ClientMessage Message, RecordedStamp? Stamp, long? Gap, Basis Basis) : IPlace
{
    /// <summary>What is kept of <paramref name="place"/>.</summary>
    public static RecordedPlace Of(Place place) =>
        new(place.Arrival.Message, RecordedStamp.Of(place.Arrival.Stamp), place.Gap, place.Basis);
}
