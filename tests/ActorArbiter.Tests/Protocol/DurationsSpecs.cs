using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Protocol;

public class DurationsSpecs
{
    [Theory]
    [InlineData("1ms", 1)]
    [InlineData("200ms", 200)]
    [InlineData("30s", 30_000)]
    [InlineData("10m", 600_000)]
    [InlineData("24h", 86_400_000)]
    [InlineData("86400000ms", 86_400_000)]
    public void A_duration_is_a_whole_number_and_a_unit(string text, double milliseconds)
    {
        Assert.True(Durations.TryParse(text, out var duration));
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), duration);
    }

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData("0s")]
    [InlineData("-1s")]
    [InlineData("1.5s")]
    [InlineData("1 s")]
    [InlineData("1S")]
    [InlineData("25h")]
    [InlineData("1441m")]
    [InlineData("99999999999999999999ms")]
    public void Anything_else_is_none(string text) => Assert.False(Durations.TryParse(text, out _));

    [Theory]
    [InlineData(200, "200ms")]
    [InlineData(1_500, "1500ms")]
    [InlineData(10_000, "10s")]
    [InlineData(600_000, "10m")]
    [InlineData(7_200_000, "2h")]
    public void A_duration_is_written_in_the_largest_unit_that_fits(double milliseconds, string expected) =>
        Assert.Equal(expected, Durations.Format(TimeSpan.FromMilliseconds(milliseconds)));
}
