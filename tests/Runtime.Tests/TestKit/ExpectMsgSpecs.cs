using Akka.Actor;
using Akka.TestKit.Xunit2;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class ExpectMsgSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    [Fact]
    public void A_message_of_the_type_is_taken()
    {
        TestActor.Tell("pong");

        Assert.Equal("pong", ExpectMsg<string>());
        Assert.Equal("pong", LastMessage);
        Assert.False(HasMessages);
    }

    [Fact]
    public void A_subtype_will_do_for_its_base_type()
    {
        TestActor.Tell(new ArgumentNullException());

        Assert.IsType<ArgumentNullException>(ExpectMsg<ArgumentException>());
    }

    [Fact]
    public void A_message_of_another_type_fails()
    {
        TestActor.Tell(1);

        Fails(() => ExpectMsg<string>());
    }

    [Fact]
    public void No_message_in_time_fails() => Fails(() => ExpectMsg<string>(Soon));

    [Fact]
    public void An_equal_message_is_taken()
    {
        TestActor.Tell("pong");

        Assert.Equal("pong", ExpectMsg("pong"));
    }

    [Fact]
    public void Collections_are_equal_if_their_elements_are()
    {
        TestActor.Tell(new[] { 1, 2 });

        ExpectMsg(new[] { 1, 2 });
    }

    [Fact]
    public void A_message_that_is_not_equal_fails()
    {
        TestActor.Tell("ping");

        Fails(() => ExpectMsg("pong"));
    }

    [Fact]
    public void A_message_may_be_judged_by_a_predicate()
    {
        TestActor.Tell(41);
        TestActor.Tell(42);

        Assert.Equal(41, ExpectMsg<int>(number => number < 42));
        Fails(() => ExpectMsg<int>(number => number < 42));
    }

    [Fact]
    public void A_message_may_be_judged_by_assertions()
    {
        TestActor.Tell(42);
        TestActor.Tell(42);

        Assert.Equal(42, ExpectMsg<int>(number => { Assert.Equal(42, number); }));
        Assert.Throws<EqualException>(() => ExpectMsg<int>(number => { Assert.Equal(41, number); }));
    }

    [Fact]
    public void A_message_may_be_judged_together_with_its_sender()
    {
        var sender = CreateTestProbe();
        sender.Send(TestActor, 42);
        sender.Send(TestActor, 42);
        sender.Send(TestActor, 42);

        ExpectMsg<int>((number, from) => number == 42 && from.Equals(sender.Ref));
        ExpectMsg<int>((number, from) => { Assert.Equal(sender.Ref, from); });
        Fails(() => ExpectMsg<int>((_, from) => from.Equals(TestActor)));
    }

    [Fact]
    public void A_message_may_be_judged_by_a_comparer()
    {
        TestActor.Tell("PONG");
        TestActor.Tell("PING");

        Assert.Equal("PONG", ExpectMsg("pong", EqualButForCase));
        Fails(() => ExpectMsg("pong", EqualButForCase));
    }

    [Fact]
    public void A_message_that_comes_later_is_waited_for()
    {
        Sys.Scheduler.ScheduleTellOnce(Soon, TestActor, "pong", ActorRefs.NoSender);

        ExpectMsg("pong");
    }

    [Fact]
    public void A_cancelled_wait_ends_before_its_time()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<Exception>(
            () => ExpectMsg<string>(TimeSpan.FromMinutes(5), cancellationToken: cancelled.Token));
    }

    [Fact]
    public async Task Every_expectation_has_an_asynchronous_twin()
    {
        for (var i = 0; i < 7; i++)
            TestActor.Tell("pong");

        await ExpectMsgAsync<string>();
        await ExpectMsgAsync("pong");
        await ExpectMsgAsync<string>(text => text == "pong");
        await ExpectMsgAsync<string>(text => { Assert.Equal("pong", text); });
        await ExpectMsgAsync<string>((text, sender) => sender.Equals(TestActor));
        await ExpectMsgAsync<string>((text, sender) => { Assert.Equal(TestActor, sender); });
        await ExpectMsgAsync("PONG", EqualButForCase);
        await FailsAsync(async () => await ExpectMsgAsync<string>(Soon));
    }

    [Fact]
    public async Task An_asynchronous_wait_sees_what_comes_later()
    {
        var wait = ExpectMsgAsync("pong");
        Assert.False(wait.IsCompleted);

        TestActor.Tell("pong");

        Assert.Equal("pong", await wait);
    }

    [Fact]
    public void A_terminated_actor_is_expected_by_name()
    {
        var actor = Watch(Sys.ActorOf(Props.Empty));
        Sys.Stop(actor);

        Assert.Equal(actor, ExpectTerminated(actor).ActorRef);
    }

    [Fact]
    public async Task Another_actor_terminated_fails()
    {
        var one = await WatchAsync(Sys.ActorOf(Props.Empty));
        var other = Sys.ActorOf(Props.Empty);
        Sys.Stop(one);

        await FailsAsync(async () => await ExpectTerminatedAsync(other));
    }

    [Fact]
    public void Unwatch_takes_watch_back()
    {
        var one = Watch(Sys.ActorOf(Props.Empty));
        var other = Watch(Sys.ActorOf(Props.Empty));
        Unwatch(one);
        Sys.Stop(one);
        Sys.Stop(other);

        ExpectTerminated(other);
        ExpectNoMsg(Soon);
    }

    private static bool EqualButForCase(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static void Fails(Action expectation) => Assert.ThrowsAny<XunitException>(expectation);

    private static async Task FailsAsync(Func<Task> expectation) =>
        await Assert.ThrowsAnyAsync<XunitException>(expectation);
}
