using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient;

/// <summary>The order in which a round's messages arrived, as the server tells it to everyone.</summary>
/// <param name="Round">The round.</param>
/// <param name="Number">
/// The verdict's number. Later verdicts of the same server have greater ones, so it serves as a fencing token.
/// </param>
/// <param name="Sentence">
/// The order in words, the same for all: <c>X: Alice received before Y: Bob</c>; of a claim, <c>X: Alice</c>.
/// </param>
/// <param name="Places">
/// Who came when, first come first. Of more than 32 only one's own, if there is one; none of a claim whose record the
/// server has pruned.
/// </param>
public sealed record RoundVerdict(RoundName Round, long Number, string Sentence, IReadOnlyList<Placing> Places)
{
    private const string BehindId = ": ";

    /// <summary>Whose message arrived first.</summary>
    public ContenderId Winner => ContenderId.Parse(Sentence[..Sentence.IndexOf(BehindId, StringComparison.Ordinal)]);

    /// <summary>Whether <paramref name="sentence"/> names who was first and what was said: <c>X: Alice</c>.</summary>
    internal static bool IsSentence(string sentence) =>
        sentence.IndexOf(BehindId, StringComparison.Ordinal) is >= 0 and var end
        && ContenderId.TryParse(sentence.AsSpan(0, end), out _)
        && sentence.Length > end + BehindId.Length;

    /// <summary>Whether both tell the same of the same round.</summary>
    public bool Equals(RoundVerdict? other) =>
        other is not null && Round == other.Round && Number == other.Number && Sentence == other.Sentence
        && Places.SequenceEqual(other.Places);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Round, Number);
}
