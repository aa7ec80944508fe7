using TestSupport;

namespace ActorArbiter.Tests.Bias;

/// <summary>Nothing but the order of sending says who was first.</summary>
public sealed class BiasSpecs(CoinRounds rounds) : IClassFixture<CoinRounds>
{
    [Fact]
    public void Neither_id_nor_accept_order_nor_text_decides()
    {
        IsFair(rounds.AcceptedFirst, nameof(rounds.AcceptedFirst));
        IsFair(rounds.WithSmallerId, nameof(rounds.WithSmallerId));
        IsFair(rounds.WithSmallerText, nameof(rounds.WithSmallerText));
    }

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public void The_order_of_sending_decides() =>
        Assert.True(rounds.Wrong == 0, $"TEST_SEED={rounds.Seed}: {rounds.Wrong} verdicts were wrong");

    [Theory]
    [InlineData(10_000, 5_000, 0)]
    [InlineData(10_000, 5_100, 4)]
    [InlineData(10_000, 4_900, 4)]
    public void The_statistic_is_that_of_Pearson(int rounds, int wins, double expected) =>
        Assert.Equal(expected, new Preference(rounds, wins).ChiSquare, precision: 9);

    private void IsFair(Preference preference, string name) => Assert.True(
        preference.ChiSquare < Preference.Limit,
        $"TEST_SEED={rounds.Seed}: {name} won {preference.Wins} of {preference.Rounds}, chi-square {preference.ChiSquare:f1}");
}
