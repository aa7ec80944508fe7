using ActorArbiter.Protocol.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Protocol.Sessions;

public class GapSpecs
{
    [Theory]
    [InlineData(0, "+0ns")]
    [InlineData(7, "+7ns")]
    [InlineData(999, "+999ns")]
    [InlineData(1_000, "+1.00us")]
    [InlineData(1_009, "+1.00us")]
    [InlineData(12_399, "+12.3us")]
    [InlineData(312_999, "+312us")]
    [InlineData(999_999, "+999us")]
    [InlineData(1_879_999, "+1.87ms")]
    [InlineData(10_050_000, "+10.0ms")]
    [InlineData(999_999_999, "+999ms")]
    [InlineData(1_000_000_000, "+1.00s")]
    [InlineData(59_990_000_000, "+59.9s")]
    [InlineData(999_999_999_999, "+999s")]
    [InlineData(1_234_999_999_999, "+1234s")]
    [InlineData(86_400_000_000_000, "+86400s")]
    [InlineData(long.MaxValue, "+9223372036s")]
    public void A_gap_has_three_significant_digits_and_is_never_rounded_up(long nanoseconds, string expected) =>
        Assert.Equal(expected, new Gap(nanoseconds).ToString());

    [Fact]
    public void A_gap_that_nobody_knows_is_a_question_mark()
    {
        Assert.Equal("+?", Gap.Unknown.ToString());
        Assert.True(Gap.TryParse("+?", out var gap));
        Assert.Null(gap.Nanoseconds);
    }

    [Fact]
    public void A_gap_is_never_negative() => Assert.Throws<ArgumentOutOfRangeException>(() => new Gap(-1));

    [Fact]
    public void What_is_told_is_at_most_one_percent_less_than_what_was_measured()
    {
        // Spread over the orders of magnitude, or hardly one would be short.
        var gaps = from digits in Gen.Choose(0, 18)
                   from fraction in Gen.Choose(0, int.MaxValue)
                   select (long)(Math.Pow(10, digits) * fraction / int.MaxValue);
        Prop.ForAll(gaps.ToArbitrary(), measured =>
        {
            var word = new Gap(measured).ToString();
            Assert.True(Gap.TryParse(word, out var told));
            Assert.Equal(word, told.ToString());
            Assert.InRange(told.Nanoseconds!.Value, measured - (measured / 100), measured);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("?")]
    [InlineData("0ns")]
    [InlineData("-1ns")]
    [InlineData("+-1ns")]
    [InlineData("+ns")]
    [InlineData("+5")]
    [InlineData("+5m")]
    [InlineData("+5 ms")]
    [InlineData("+.5ms")]
    [InlineData("+5.ms")]
    [InlineData("+1.2.3ms")]
    [InlineData("+1,000ms")]
    [InlineData("+9223372037s")]
    [InlineData("+99999999999999999999999999999999s")]
    public void Anything_else_is_no_gap(string word) => Assert.False(Gap.TryParse(word, out _));
}
