using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using TestSupport;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class FailureTextSpecs : TestKit
{
    private const string LessSaid = "It fails too, and says less.";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    [BundledOnlyFact(LessSaid)]
    public void Nothing_came() => Says(
        () => ExpectMsg("pong", Soon, "after the handshake"),
        """
        Wanted: "pong" (String)
        Got:    nothing within 50 ms
        Hint:   after the handshake
        """);

    [BundledOnlyFact(LessSaid)]
    public void A_message_of_another_type_came()
    {
        TestActor.Tell(42);

        Says(
            () => ExpectMsg<List<string>>(),
            $"""
            Wanted: a message of type List<String>
            Got:    42 (Int32) from [{TestActor.Path}] after * ms
            """);
    }

    [BundledOnlyFact(LessSaid)]
    public void Another_message_came()
    {
        TestActor.Tell("ping");

        Says(
            () => ExpectMsg("pong"),
            $"""
            Wanted: "pong" (String)
            Got:    "ping" (String) from [{TestActor.Path}] after * ms
            Assert.Equal() Failure: Strings differ
            *
            """);
    }

    [BundledOnlyFact(LessSaid)]
    public void The_message_came_from_another_sender()
    {
        var probe = CreateTestProbe();
        TestActor.Tell("pong");

        Says(
            () => ExpectMsgFrom(probe.Ref, "pong"),
            $"""
            Wanted: "pong" (String) from [{probe.Ref.Path}]
            Got:    "pong" (String) from [{TestActor.Path}] after * ms
            """);
    }

    [BundledOnlyFact(LessSaid)]
    public void A_message_came_that_was_not_to_come()
    {
        TestActor.Tell("noise");

        Says(
            () => ExpectNoMsg(Soon),
            $"""
            Wanted: no message for 50 ms
            Got:    "noise" (String) from [{TestActor.Path}] after * ms
            """);
    }

    [BundledOnlyFact(LessSaid)]
    public void Too_few_messages_came()
    {
        TestActor.Tell(1);

        Says(
            () => ReceiveN(2, Soon),
            """
            Wanted: 2 messages
            Got:    1 of 2 within 50 ms: [1 (Int32)]
            """);
    }

    [BundledOnlyFact(LessSaid)]
    public void One_message_came_in_place_of_another()
    {
        TestActor.Tell("a");
        TestActor.Tell("c");

        Says(
            () => ExpectMsgAllOf("a", "b"),
            """
            Wanted: all of ["a" (String), "b" (String)]
            Got:    unexpected ["c" (String)] in place of ["b" (String)]
            """);
    }

    [BundledOnlyFact(LessSaid)]
    public void Fishing_was_in_vain()
    {
        TestActor.Tell("boot");

        Says(
            () => FishForMessage<string>(text => text == "trout", Soon),
            """
            Wanted: a message of type String that the predicate holds for
            Got:    none within 50 ms, only ["boot" (String)]
            """);
    }

    [BundledOnlyFact(LessSaid)]
    public void An_expected_event_was_not_logged() => Says(
        () => EventFilter.Warning(start: "late", source: "/user/x").ExpectOne(Soon, () => Log.Warning("early")),
        """
        Wanted: 1 log event: Warning "late..." from /user/x
        Got:    0 within 50 ms; logged instead:
                *[WARNING]*early
        """);

    [BundledOnlyFact("The text of the message's own failure comes out in place of the test's.")]
    public void A_message_that_cannot_show_itself_is_shown_all_the_same()
    {
        TestActor.Tell(new Unspeakable());

        Says(
            () => ExpectMsg<string>(),
            """
            Wanted: a message of type String
            Got:    <ToString failed: no words> (Unspeakable) from * after * ms
            """);
    }

    [BundledOnlyFact("It waits for the events until the time is over, and says that none came.")]
    public void A_system_without_the_listener_says_so()
    {
        var system = ActorSystem.Create("deaf", """
            akka.stdout-loglevel = OFF
            akka.loggers = []
            """);
        using var kit = new TestKit("akka.test.default-timeout = 100ms");

        var failure = Assert.Throws<InvalidOperationException>(
            () => kit.CreateEventFilter(system).Info().ExpectOne(() => { }));

        Assert.Contains("Akka.TestKit.TestEventListener, Akka.TestKit", failure.Message, StringComparison.Ordinal);
        Shutdown(system, verifySystemShutdown: true);
    }

    // In the text a * stands for anything, up to what follows it.
    private static void Says(Action expectation, string text)
    {
        var message = Assert.ThrowsAny<XunitException>(expectation).Message;
        var at = 0;
        foreach (var part in text.Split('*'))
        {
            var found = message.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"Missing: {part}{Environment.NewLine}In: {message}");
            at = found + part.Length;
        }

        Assert.StartsWith(text.Split('*')[0], message, StringComparison.Ordinal);
    }

    private sealed class Unspeakable
    {
        public override string ToString() => throw new InvalidOperationException("no words");
    }
}
