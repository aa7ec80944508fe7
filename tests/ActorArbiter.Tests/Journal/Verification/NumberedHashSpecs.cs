using ActorArbiter.Journal.Verification;

namespace ActorArbiter.Tests.Journal.Verification;

public sealed class NumberedHashSpecs
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    [Fact]
    public void What_is_printed_is_read()
    {
        var last = new NumberedHash(12, Hash);

        Assert.Equal($"12:{Hash}", last.ToString());
        Assert.True(NumberedHash.TryParse(last.ToString(), out var read));
        Assert.Equal(last, read);
    }

    [Fact]
    public void The_case_of_the_hash_does_not_matter()
    {
        Assert.True(NumberedHash.TryParse($"12:{Hash.ToUpperInvariant()}", out var read));
        Assert.Equal(Hash, read.Hash);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData(Hash)]
    [InlineData("12:")]
    [InlineData("12:9f86")]
    [InlineData(":" + Hash)]
    [InlineData("-1:" + Hash)]
    [InlineData("99999999999999999999:" + Hash)]
    [InlineData("12:" + Hash + "0")]
    [InlineData("12:g" + "f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public void Anything_else_is_not(string text) => Assert.False(NumberedHash.TryParse(text, out _));
}
