using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.Terminal.Rounds;

/// <summary>What is shown.</summary>
/// <param name="Round">The round.</param>
/// <param name="Server">The server as people write it.</param>
/// <param name="Message">What is sent to the round; <see langword="null"/> if it is only looked at.</param>
internal sealed record RoundScene(RoundName Round, string Server, ClientMessage? Message);
