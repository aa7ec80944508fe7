using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What is to be done, beside telling sessions, because something happened to one of them or to a round.</summary>
internal abstract record SessionEffect
{
    private SessionEffect()
    {
    }

    /// <summary>
    /// A round is decided, and is to be recorded. Nobody is told before <see cref="SessionRounds.Recorded"/> says that it is.
    /// </summary>
    public sealed record Record(RoundName Round, Verdict Verdict) : SessionEffect;

    /// <summary>
    /// The journal is to be asked for a round. Lines wait until <see cref="SessionRounds.LookedUp"/> tells what it said.
    /// </summary>
    public sealed record LookUp(RoundName Round) : SessionEffect;

    /// <summary>
    /// A message was read after its round was decided, and has a stamp from before one that has a place. It gets none.
    /// </summary>
    public sealed record Overtaken(RoundName Round, Arrival Arrival) : SessionEffect;
}
