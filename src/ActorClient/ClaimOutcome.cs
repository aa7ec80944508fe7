using ActorArbiter.Protocol;

namespace ActorClient;

/// <summary>What became of a claim: who was first.</summary>
/// <param name="Verdict">The round's verdict.</param>
/// <param name="WinnerText">What the winner said.</param>
/// <param name="IsWinner">
/// Whether the winner is who asked: id and text are its own. Two that claim with the same id are told apart by their texts.
/// </param>
public sealed record ClaimOutcome(RoundVerdict Verdict, string WinnerText, bool IsWinner)
{
    /// <summary>Who was first.</summary>
    public ContenderId Winner => Verdict.Winner;

    /// <summary>The verdict's number, which serves as a fencing token.</summary>
    public long Number => Verdict.Number;
}
