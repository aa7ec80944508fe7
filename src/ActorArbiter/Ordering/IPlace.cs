using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>What is told of a contender's place, whether it was decided now or is recorded.</summary>
internal interface IPlace
{
    /// <summary>Whose place it is, and what was said.</summary>
    ClientMessage Message { get; }

    /// <summary>Nanoseconds since the arrival before it, if they are known.</summary>
    long? Gap { get; }

    /// <summary>What decided.</summary>
    Basis Basis { get; }
}
