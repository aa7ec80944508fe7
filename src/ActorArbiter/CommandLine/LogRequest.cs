using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.CommandLine;

/// <summary>What <see cref="LogCommand"/> is to show.</summary>
/// <param name="Last">How many of the newest records.</param>
/// <param name="Round">The round that it is about; all when <see langword="null"/>.</param>
/// <param name="Follow">Whether to go on with those that come.</param>
/// <param name="Json">Whether they are for programs.</param>
internal sealed record LogRequest(long Last, RoundName? Round, bool Follow, bool Json);
