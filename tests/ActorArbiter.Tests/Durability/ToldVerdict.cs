using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Durability;

/// <summary>A verdict as a client was told it.</summary>
/// <param name="Round">The round's name, and with it <paramref name="Number"/>; none where rounds have no names.</param>
/// <param name="Number">The verdict's number.</param>
/// <param name="Sentence">The order.</param>
internal sealed record ToldVerdict(string? Round, long? Number, string Sentence)
{
    /// <summary>A session's.</summary>
    public static ToldVerdict Of(SessionReply.Verdict reply) => new(reply.Round.Value, reply.Number, reply.Sentence);

    /// <summary>A classic client's.</summary>
    public static ToldVerdict Of(string sentence) => new(null, null, sentence);

    public override string ToString() => Round is null ? Sentence : $"VERDICT {Round} {Number} {Sentence}";
}
