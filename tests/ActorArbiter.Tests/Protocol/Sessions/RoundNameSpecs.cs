using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Protocol.Sessions;

public class RoundNameSpecs
{
    private const string Longest = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

    [Theory]
    [InlineData("r")]
    [InlineData("deploy-2024.11.30_build7")]
    [InlineData(Longest)]
    public void A_name_is_made_of_letters_digits_and_three_marks(string text)
    {
        Assert.True(RoundName.TryParse(text, out var name));
        Assert.Equal(text, name.Value);
        Assert.Equal(name, RoundName.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("é")]
    [InlineData("a/b")]
    [InlineData(Longest + "z")]
    public void Anything_else_is_no_name(string text)
    {
        Assert.False(RoundName.TryParse(text, out _));
        Assert.Throws<FormatException>(() => RoundName.Parse(text));
    }

    [Fact]
    public void Case_matters() => Assert.NotEqual(RoundName.Parse("final"), RoundName.Parse("Final"));
}
