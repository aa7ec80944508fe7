using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Configuration;

public sealed class DurationSpecs
{
    [Theory]
    [InlineData("250", 250)]
    [InlineData("250 ms", 250)]
    [InlineData("250ms", 250)]
    [InlineData("1 milli", 1)]
    [InlineData("2 millis", 2)]
    [InlineData("1 millisecond", 1)]
    [InlineData("2 milliseconds", 2)]
    [InlineData("1.5 s", 1_500)]
    [InlineData("0.05s", 50)]
    [InlineData("1 second", 1_000)]
    [InlineData("2 seconds", 2_000)]
    [InlineData("2m", 120_000)]
    [InlineData("1 minute", 60_000)]
    [InlineData("2 minutes", 120_000)]
    [InlineData("1h", 3_600_000)]
    [InlineData("1 hour", 3_600_000)]
    [InlineData("2 hours", 7_200_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("1 day", 86_400_000)]
    [InlineData("7 days", 604_800_000)]
    [InlineData("\"10 s\"", 10_000)]
    public void A_number_is_milliseconds_unless_a_unit_follows(string written, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Read(written));

    [Theory]
    [InlineData("500 ns", 5)]
    [InlineData("500 nanos", 5)]
    [InlineData("200 nanoseconds", 2)]
    [InlineData("3 micros", 30)]
    [InlineData("3 microseconds", 30)]
    [InlineData("1 microsecond", 10)]
    public void Small_units_are_exact_to_100_ns(string written, long ticks) =>
        Assert.Equal(TimeSpan.FromTicks(ticks), Read(written));

    [BundledOnlyFact("us is listed as a unit and then not understood")]
    public void Us_is_microseconds() => Assert.Equal(TimeSpan.FromMicroseconds(3), Read("3us"));

    [Fact]
    public void Infinite_is_the_infinite_timeout()
    {
        Assert.Equal(Timeout.InfiniteTimeSpan, Read("infinite"));
        Assert.Equal(Timeout.InfiniteTimeSpan, Read("Infinite"));
        Assert.ThrowsAny<Exception>(
            () => ConfigurationFactory.ParseString("t = infinite").GetTimeSpan("t", null, allowInfinite: false));
    }

    [Theory]
    [InlineData("-1 s")]
    [InlineData("-1")]
    [InlineData("10 lightyears")]
    [InlineData("soon")]
    [InlineData("\"\"")]
    [InlineData("1 s 5")]
    [InlineData("999999999999999 days")]
    public void Anything_else_is_an_error(string written) => Assert.ThrowsAny<Exception>(() => Read(written));

    private static TimeSpan Read(string written) => ConfigurationFactory.ParseString("t = " + written).GetTimeSpan("t");
}
