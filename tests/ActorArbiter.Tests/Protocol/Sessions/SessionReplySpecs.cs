using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Protocol.Sessions;

public class SessionReplySpecs
{
    private static readonly RoundName Final = RoundName.Parse("final");
    private static readonly ContenderId X = ContenderId.Parse("X");
    private static readonly ContenderId Y = ContenderId.Parse("Y");

    public static TheoryData<string, SessionReply> Replies { get; } = new()
    {
        { "JOINED final X 1/2", new SessionReply.Joined(Final, X, 1, 2) },
        { "JOINED final X 7/1", new SessionReply.Joined(Final, X, 7, 1) },
        { "SEATED final Y 2/2", new SessionReply.Seated(Final, Y, 2, 2) },
        { "READY final X Y", new SessionReply.Ready(Final, [X, Y]) },
        { "RECEIVED final X: Alice: hello", new SessionReply.Received(Final, X, "Alice: hello") },
        { "PLACE final 1/2 X +0ns kernel", new SessionReply.Placed(Final, 1, 2, X, new Gap(0), Basis.Kernel) },
        {
            "PLACE final 2/2 Y +1.87ms kernel-late",
            new SessionReply.Placed(Final, 2, 2, Y, new Gap(1_870_000), Basis.KernelLate)
        },
        { "PLACE final 2/2 Y +? mailbox", new SessionReply.Placed(Final, 2, 2, Y, Gap.Unknown, Basis.Mailbox) },
        {
            "VERDICT final 1732960800000001 X: Alice received before Y: Bob",
            new SessionReply.Verdict(Final, 1732960800000001, "X: Alice received before Y: Bob")
        },
        { "EXPIRED final", new SessionReply.Expired(Final) },
        { "LEFT final", new SessionReply.Left(Final) },
        { "PONG", new SessionReply.Pong(null) },
        { "PONG are you there?", new SessionReply.Pong("are you there?") },
        { "HELP LEAVE - give your seat up", new SessionReply.Help("LEAVE - give your seat up") },
        { "BYE", new SessionReply.Bye() },
        { "ERROR busy try later", new SessionReply.Refused(new ErrorReply("busy", "try later")) },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public void A_reply_is_a_line_and_the_line_is_the_reply(string line, SessionReply reply)
    {
        Assert.Equal(line, reply.ToString());
        Assert.True(SessionReply.TryParse(line, out var parsed));
        Assert.Equal(reply, parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HELLO")]
    [InlineData("joined final X 1/2")]
    [InlineData("JOINED")]
    [InlineData("JOINED final")]
    [InlineData("JOINED final X")]
    [InlineData("JOINED final X 1")]
    [InlineData("JOINED final X -1/2")]
    [InlineData("JOINED final X 1/2 3")]
    [InlineData("JOINED fi/nal X 1/2")]
    [InlineData("SEATED final X: 1/2")]
    [InlineData("READY final")]
    [InlineData("READY final X Y:")]
    [InlineData("RECEIVED final Alice")]
    [InlineData("RECEIVED final X Y: Alice")]
    [InlineData("PLACE final 1 X +0ns kernel")]
    [InlineData("PLACE final 1/2 X 0ns kernel")]
    [InlineData("PLACE final 1/2 X +0ns")]
    [InlineData("PLACE final 1/2 X +0ns kernel late")]
    [InlineData("VERDICT final 1")]
    [InlineData("VERDICT final X: Alice")]
    [InlineData("EXPIRED")]
    [InlineData("LEFT final X")]
    [InlineData("HELP")]
    [InlineData("BYE bye")]
    [InlineData("ERROR")]
    [InlineData("X: Alice received before Y: Bob")]
    public void Anything_else_is_no_reply(string line)
    {
        Assert.False(SessionReply.TryParse(line, out var reply));
        Assert.Null(reply);
    }

    [Fact]
    public void The_order_of_those_who_are_ready_makes_a_difference()
    {
        var ready = new SessionReply.Ready(Final, [X, Y]);
        Assert.NotEqual(ready, new SessionReply.Ready(Final, [Y, X]));
        Assert.NotEqual(ready, new SessionReply.Ready(RoundName.Parse("other"), [X, Y]));
        Assert.Equal(ready.GetHashCode(), new SessionReply.Ready(Final, [X, Y]).GetHashCode());
    }

    [Fact]
    public void Help_has_a_line_for_each_command()
    {
        string[] words = ["JOIN", "Client", "SEND", "LEAVE", "WATCH", "RESULT", "PING", "HELP", "QUIT"];
        Assert.Equal(words, SessionHelp.Lines.Select(line => line.Text.Split(' ')[0]));
        Assert.All(SessionHelp.Lines, line =>
        {
            Assert.True(SessionReply.TryParse(line.ToString(), out var parsed));
            Assert.Equal(line, parsed);
        });
    }
}
