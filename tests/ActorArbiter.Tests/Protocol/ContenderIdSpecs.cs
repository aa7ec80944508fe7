using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Protocol;

public class ContenderIdSpecs
{
    [Theory]
    [InlineData("X")]
    [InlineData("c27")]
    [InlineData("runner-7_a.b")]
    [InlineData("abcdefghijklmnopqrstuvwxyz012345")]
    public void An_id_is_made_of_letters_digits_and_three_marks(string text)
    {
        Assert.True(ContenderId.TryParse(text, out var id));
        Assert.Equal(text, id.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("X Y")]
    [InlineData("é")]
    [InlineData("X:")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456")]
    public void Anything_else_is_no_id(string text)
    {
        Assert.False(ContenderId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => ContenderId.Parse(text));
    }

    [Fact]
    public void Case_matters() => Assert.NotEqual(ContenderId.Parse("x"), ContenderId.Parse("X"));
}
