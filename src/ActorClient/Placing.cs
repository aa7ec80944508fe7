using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient;

/// <summary>A contender's place in a decided round.</summary>
/// <param name="Place">The place, counted from 1.</param>
/// <param name="Arrived">How many messages arrived.</param>
/// <param name="Id">Whose place it is.</param>
/// <param name="Gap">How long after the message before it this one arrived; unknown with <see cref="Basis.Mailbox"/>.</param>
/// <param name="Basis">What the place rests on.</param>
public sealed record Placing(int Place, int Arrived, ContenderId Id, Gap Gap, Basis Basis);
