using ActorArbiter.Connections;
using ActorArbiter.Protocol;

namespace ActorArbiter.Tests.Connections;

public sealed class RepliesSpecs
{
    private static readonly ReadOnlyMemory<byte> Line = "X: Alice\n"u8.ToArray();

    [Theory]
    [InlineData(LineEnding.None, "X: Alice")]
    [InlineData(LineEnding.Lf, "X: Alice\n")]
    [InlineData(LineEnding.CrLf, "X: Alice\r\n")]
    public void An_acknowledgment_ends_as_the_message_did(LineEnding ending, string expected) =>
        Assert.Equal(expected, SentText.Of(Replies.Acknowledgment(Line, ending)));

    [Fact]
    public void Contenders_who_end_their_line_as_most_do_share_the_bytes() =>
        Assert.True(Line.Equals(Replies.Acknowledgment(Line, LineEnding.Lf))); // The same memory, not only the same bytes.
}
