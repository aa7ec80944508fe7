using Akka.Configuration;
using TestSupport;

namespace Runtime.Tests.Configuration;

public sealed class ByteSizeSpecs
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("512", 512)]
    [InlineData("512b", 512)]
    [InlineData("512 B", 512)]
    [InlineData("1 byte", 1)]
    [InlineData("2 bytes", 2)]
    [InlineData("128k", 128 * 1024)]
    [InlineData("128 K", 128 * 1024)]
    [InlineData("1 KiB", 1024)]
    [InlineData("1 kibibyte", 1024)]
    [InlineData("2m", 2 << 20)]
    [InlineData("2 MiB", 2 << 20)]
    [InlineData("3g", 3L << 30)]
    [InlineData("3 GiB", 3L << 30)]
    [InlineData("1t", 1L << 40)]
    [InlineData("1 PiB", 1L << 50)]
    [InlineData("1e", 1L << 60)]
    [InlineData("\"10 Mi\"", 10 << 20)]
    public void A_letter_and_the_binary_units_are_powers_of_1024(string written, long bytes) =>
        Assert.Equal(bytes, Read(written));

    [Theory]
    [InlineData("1 kB", 1_000)]
    [InlineData("2 kilobytes", 2_000)]
    [InlineData("1 MB", 1_000_000)]
    [InlineData("10 megabytes", 10_000_000)]
    [InlineData("1 GB", 1_000_000_000)]
    [InlineData("1 TB", 1_000_000_000_000)]
    [InlineData("1 PB", 1_000_000_000_000_000)]
    [InlineData("1 EB", 1_000_000_000_000_000_000)]
    public void The_decimal_units_are_powers_of_1000(string written, long bytes) => Assert.Equal(bytes, Read(written));

    [Fact]
    public void An_empty_text_is_no_size() => Assert.Null(Read("\"\""));

    [Theory]
    [InlineData("many")]
    [InlineData("10 loaves")]
    [InlineData("1.5k")]
    [InlineData("10 Kb")]
    public void Anything_else_is_an_error(string written) => Assert.ThrowsAny<Exception>(() => Read(written));

    [BundledOnlyFact("the size wraps around")]
    public void A_size_beyond_64_bits_is_an_error() =>
        Assert.Throws<ConfigurationException>(() => Read("9000000000 GiB"));

    private static long? Read(string written) =>
        ConfigurationFactory.ParseString("s = " + written).GetByteSize("s", null);
}
