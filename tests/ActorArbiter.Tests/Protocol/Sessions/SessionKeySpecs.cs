using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Protocol.Sessions;

public class SessionKeySpecs
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(64, true)]
    [InlineData(0, false)]
    [InlineData(65, false)]
    public void A_key_has_1_to_64_characters(int length, bool expected) =>
        Assert.Equal(expected, SessionKey.TryParse(new string('k', length), out _));

    [Theory]
    [InlineData("!~")]
    [InlineData("a=b:c/d?")]
    public void A_key_may_have_any_mark(string text) => Assert.Equal(text, SessionKey.Parse(text).ToString());

    [Theory]
    [InlineData("a b")]
    [InlineData("a\t")]
    [InlineData("é")]
    [InlineData("a\u007F")]
    public void Spaces_controls_and_other_scripts_make_no_key(string text)
    {
        Assert.False(SessionKey.TryParse(text, out _));
        Assert.Throws<FormatException>(() => SessionKey.Parse(text));
    }
}
