using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Testing;

public class IgnoreSpecs : TestKit
{
    [Fact]
    public void Messages_that_match_are_dropped()
    {
        IgnoreMessages(message => message is "noise");

        Tell("noise", "signal", "noise");

        ExpectMsg("signal");
        Assert.False(HasMessages);
    }

    [Fact]
    public void Messages_of_a_type_that_match_are_dropped()
    {
        IgnoreMessages<int>(number => number < 0);

        Tell(-1, 1, "text");

        Assert.Equal([1, "text"], ReceiveN(2));
        Assert.False(HasMessages);
    }

    [Fact]
    public void Messages_of_a_type_are_dropped()
    {
        IgnoreMessages<int>();

        Tell(-1, 1, "text");

        ExpectMsg("text");
        Assert.False(HasMessages);
    }

    [Fact]
    public void Nothing_is_dropped_any_more()
    {
        IgnoreMessages<int>();
        IgnoreNoMessages();

        Tell(1);

        ExpectMsg(1);
    }

    private void Tell(params object[] messages)
    {
        foreach (var message in messages)
            TestActor.Tell(message);
    }
}
