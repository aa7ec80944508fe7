using System.Text;
using ActorClient.Rounds;

namespace ActorArbiter.Tests.Client.Rounds;

public sealed class ReplyReaderSpecs
{
    private readonly ReplyReader _reader = new();

    [Fact]
    public void Lines_are_the_same_however_they_are_cut()
    {
        byte[] said = "JOINED cup X 1/2\r\nREADY cup X Y\nRECEIVED cup X: Zoë\n"u8.ToArray();

        for (var cut = 0; cut <= said.Length; cut++)
        {
            var reader = new ReplyReader();
            Assert.Equal(
                ["JOINED cup X 1/2", "READY cup X Y", "RECEIVED cup X: Zoë"],
                [.. reader.Read(said.AsSpan(0, cut)), .. reader.Read(said.AsSpan(cut))]);
        }
    }

    [Fact]
    public void A_line_without_an_end_is_unfinished()
    {
        Assert.Equal(["PONG"], Read("PONG\nClient X con"));
        Assert.Empty(Read("nected"));

        Assert.Equal("Client X connected", _reader.Unfinished);
    }

    [Fact]
    public void Control_characters_do_not_reach_the_terminal() =>
        Assert.Equal(["ERROR busy \uFFFD[2Jlater"], Read("ERROR busy \u001b[2Jlater\n"));

    [Fact]
    public void The_longest_line_fits()
    {
        var line = new string('x', ReplyReader.MaxLineBytes);

        Assert.Equal([line], Read(line + "\n"));
        Assert.False(_reader.IsTooLong);
    }

    [Fact]
    public void Nothing_is_read_of_a_longer_line()
    {
        Assert.Equal(["PONG"], Read("PONG\n" + new string('x', ReplyReader.MaxLineBytes)));
        Assert.Empty(Read("x\nPONG\n"));

        Assert.True(_reader.IsTooLong);
    }

    private IReadOnlyList<string> Read(string said) => _reader.Read(Encoding.UTF8.GetBytes(said));
}
