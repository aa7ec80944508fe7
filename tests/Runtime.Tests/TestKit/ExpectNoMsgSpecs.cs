using Akka.Actor;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class ExpectNoMsgSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    public ExpectNoMsgSpecs()
        : base("akka.test.single-expect-default = 50ms")
    {
    }

    [Fact]
    public async Task Silence_passes()
    {
        ExpectNoMsg();
        ExpectNoMsg(Soon);
        ExpectNoMsg(50);
        await ExpectNoMsgAsync();
        await ExpectNoMsgAsync(Soon);
        await ExpectNoMsgAsync(50);
    }

    [Fact]
    public void No_time_at_all_looks_at_what_has_come()
    {
        ExpectNoMsg(TimeSpan.Zero);
        TestActor.Tell("too late");

        Fails(() => ExpectNoMsg(TimeSpan.Zero));
    }

    [Fact]
    public async Task A_message_fails()
    {
        for (var i = 0; i < 4; i++)
            TestActor.Tell("noise");

        Fails(() => ExpectNoMsg());
        Fails(() => ExpectNoMsg(Soon));
        Fails(() => ExpectNoMsg(50));
        await Assert.ThrowsAnyAsync<XunitException>(async () => await ExpectNoMsgAsync());
    }

    [Fact]
    public void A_message_that_comes_meanwhile_fails()
    {
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "noise", ActorRefs.NoSender);

        Fails(() => ExpectNoMsg(TimeSpan.FromSeconds(10)));
    }

    private static void Fails(Action expectation) => Assert.ThrowsAny<XunitException>(expectation);
}
