using ActorArbiter.Protocol;
using ActorClient;
using ActorClient.Conversation;
using ActorClient.Terminal;

namespace ActorArbiter.Tests.Client.Terminal;

public sealed class WordingSpecs
{
    public static TheoryData<object, int, string> Failures => new()
    {
        {
            new ClientOutcome.CannotConnect("connection refused"), 3,
            "cannot connect to 127.0.0.1:12000: connection refused"
        },
        {
            new ClientOutcome.TimedOut(AwaitedStep.Connection), 4,
            "timed out after 30s waiting for a connection to 127.0.0.1:12000"
        },
        {
            new ClientOutcome.TimedOut(AwaitedStep.Greeting), 4,
            "timed out after 30s waiting for the greeting of 127.0.0.1:12000"
            + " (are all contenders connected? does this port greet?)"
        },
        {
            new ClientOutcome.TimedOut(AwaitedStep.Send), 4,
            "timed out after 30s waiting for 127.0.0.1:12000 to take the message"
        },
        {
            new ClientOutcome.TimedOut(AwaitedStep.Reply), 4,
            "timed out after 30s waiting for the reply of 127.0.0.1:12000"
            + " (have the other contenders sent their messages?)"
        },
        { new ClientOutcome.Refused(new ErrorReply("busy", "try later")), 5, "ERROR busy try later" },
        {
            new ClientOutcome.ConnectionLost("the server closed the connection"), 6,
            "connection to 127.0.0.1:12000 lost before the reply: the server closed the connection"
        },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Each_failure_has_its_exit_code_and_one_line(object outcome, int exitCode, string line)
    {
        Assert.Equal(exitCode, ExitCodes.Of((ClientOutcome)outcome));
        Assert.Equal(line, Wording.Failure((ClientOutcome)outcome, Conversations.WithServer()));
    }

    [Fact]
    public void A_reply_is_a_success() => Assert.Equal(0, ExitCodes.Of(new ClientOutcome.Replied("X: Alice")));

    [Fact]
    public void An_IPv6_address_is_written_in_brackets() =>
        Assert.Equal("[::1]:12000", (Conversations.WithServer() with { Host = "::1" }).Server);
}
