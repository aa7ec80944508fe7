using System.Text;
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

    /// <summary>What <paramref name="verdict"/> means to <paramref name="id"/>, which claimed with <paramref name="text"/>.</summary>
    /// <exception cref="RefusedException">The round was no claim: several messages arrived.</exception>
    internal static ClaimOutcome Of(RoundVerdict verdict, ContenderId id, string text)
    {
        var winner = verdict.Winner;
        var winnerText = verdict.Sentence[$"{winner}: ".Length..];
        if (verdict.Places is [{ Arrived: > 1 }, ..] || Encoding.UTF8.GetByteCount(winnerText) > ProtocolLimits.MaxTextBytes)
        {
            throw new RefusedException(new ErrorReply(
                ErrorCodes.RoundDiffers, $"round {verdict.Round} was no claim, for several messages decided it: claim another name"));
        }

        return new ClaimOutcome(verdict, winnerText, winner == id && winnerText == text);
    }
}
