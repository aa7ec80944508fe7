namespace ActorArbiter.Tests.Bias;

/// <summary>How often one of two equal sides won.</summary>
internal sealed record Preference(int Rounds, int Wins)
{
    /// <summary>
    /// What chance exceeds once in a million times: the value of the chi-square distribution with one degree of freedom
    /// at 1 - 1e-6.
    /// </summary>
    public const double Limit = 23.93;

    /// <summary>Pearson's statistic of these wins, if each side wins with probability one half.</summary>
    public double ChiSquare
    {
        get
        {
            var excess = (2.0 * Wins) - Rounds;
            return excess * excess / Rounds;
        }
    }

    public Preference With(bool won) => new(Rounds + 1, Wins + (won ? 1 : 0));
}
