using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;
using TestSupport;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class EventFilterSpecs : TestKit
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    public EventFilterSpecs()
        : base("""
            akka.loglevel = DEBUG
            akka.stdout-loglevel = OFF
            """)
    {
    }

    [Fact]
    public void Each_level_has_its_filter()
    {
        EventFilter.Debug("text").ExpectOne(() => Log.Debug("text"));
        EventFilter.Info("text").ExpectOne(() => Log.Info("text"));
        EventFilter.Warning("text").ExpectOne(() => Log.Warning("text"));
        EventFilter.Error("text").ExpectOne(() => Log.Error("text"));
        EventFilter.ForLogLevel(LogLevel.InfoLevel, "text").ExpectOne(() => Log.Info("text"));
    }

    [Fact]
    public void A_text_is_given_whole_or_in_part_or_as_a_pattern()
    {
        EventFilter.Info(message: "one two three").ExpectOne(OneTwoThree);
        EventFilter.Info(start: "one").ExpectOne(OneTwoThree);
        EventFilter.Info(contains: "two").ExpectOne(OneTwoThree);
        EventFilter.Info(new Regex("t.o")).ExpectOne(OneTwoThree);
        EventFilter.Info().ExpectOne(OneTwoThree);
    }

    [Fact]
    public void A_text_that_does_not_match_fails()
    {
        Fails(() => EventFilter.Info(message: "one").ExpectOne(Soon, OneTwoThree));
        Fails(() => EventFilter.Info(start: "two").ExpectOne(Soon, OneTwoThree));
        Fails(() => EventFilter.Info(contains: "four").ExpectOne(Soon, OneTwoThree));
        Fails(() => EventFilter.Info(new Regex("^two")).ExpectOne(Soon, OneTwoThree));
    }

    [Fact]
    public void The_format_of_a_message_is_filled_in_first() =>
        EventFilter.Info("one 2").ExpectOne(() => Log.Info("one {0}", 2));

    [Fact]
    public void The_source_is_an_actors_path_with_or_without_the_address()
    {
        var actor = Sys.ActorOf(Props.Create<Complains>(), "complains");

        EventFilter.Warning("one", source: "/user/complains").ExpectOne(() => actor.Tell("one"));
        EventFilter.Warning("two", source: actor.Path.ToString()).ExpectOne(() => actor.Tell("two"));
        Fails(() => EventFilter.Warning("three", source: "/user/other").ExpectOne(Soon, () => actor.Tell("three")));
    }

    [Fact]
    public void Exceptions_are_found_by_type_and_text()
    {
        var cause = new ArgumentNullException("name", "inner text");

        EventFilter.Exception<ArgumentNullException>().ExpectOne(() => Log.Error(cause, "text"));
        EventFilter.Exception<ArgumentException>("text").ExpectOne(() => Log.Error(cause, "text"));
        EventFilter.Exception<ArgumentException>(start: "inner").ExpectOne(() => Log.Error(cause, "text"));
        EventFilter.Exception(typeof(ArgumentException), new Regex("inner")).ExpectOne(() => Log.Error(cause, "text"));
        Fails(() => EventFilter.Exception<FormatException>().ExpectOne(Soon, () => Log.Error(cause, "text")));
    }

    [Fact]
    public void Inner_exceptions_are_found_if_asked_for()
    {
        var cause = new InvalidOperationException("outer", new FormatException("inner"));

        EventFilter.Exception(typeof(FormatException), checkInnerExceptions: true)
            .ExpectOne(() => Log.Error(cause, "text"));
        Fails(() => EventFilter.Exception(typeof(FormatException)).ExpectOne(Soon, () => Log.Error(cause, "text")));
    }

    [Fact]
    public void An_actor_that_fails_is_expected_to()
    {
        var actor = Sys.ActorOf(Props.Create<Fragile>());

        EventFilter.Exception<InvalidOperationException>("on purpose").ExpectOne(() => actor.Tell("fail"));
    }

    [Fact]
    public void Dead_letters_are_found_by_type_message_and_recipient()
    {
        var dead = Watch(Sys.ActorOf(Props.Empty, "dead"));
        Sys.Stop(dead);
        ExpectTerminated(dead);

        EventFilter.DeadLetter().ExpectOne(() => dead.Tell("text"));
        EventFilter.DeadLetter<string>().ExpectOne(() => dead.Tell("text"));
        EventFilter.DeadLetter<string>(text => text == "text").ExpectOne(() => dead.Tell("text"));
        EventFilter.DeadLetter<string>("/user/dead").ExpectOne(() => dead.Tell("text"));
        Fails(() => EventFilter.DeadLetter<int>().ExpectOne(Soon, () => dead.Tell("text")));
    }

    [Fact]
    public void A_custom_filter_looks_at_the_event()
    {
        EventFilter.Custom(logEvent => logEvent is Info).ExpectOne(OneTwoThree);
        EventFilter.Custom<Info>(info => info.LogClass == GetType()).ExpectOne(OneTwoThree);
        Fails(() => EventFilter.Custom<Info>(_ => false).ExpectOne(Soon, OneTwoThree));
    }

    [Fact]
    public void So_many_events_are_expected()
    {
        EventFilter.Info(start: "one").Expect(2, Twice);
        EventFilter.Info(start: "one").Expect(2, TimeSpan.FromSeconds(10), Twice);
        Fails(() => EventFilter.Info(start: "one").Expect(3, Soon, Twice));
    }

    [BundledOnlyFact("Which of the surplus events it counts is a matter of luck.")]
    public void One_event_too_many_fails() => Fails(() => EventFilter.Info(start: "one").ExpectOne(Twice));

    [Fact]
    public void None_are_expected()
    {
        EventFilter.Error().Expect(0, Soon, OneTwoThree);
        Fails(() => EventFilter.Info().Expect(0, Soon, OneTwoThree));
    }

    [Fact]
    public void Filters_add_up() => EventFilter.Info("one").And.Warning("two").Expect(2, () =>
    {
        Log.Info("one");
        Log.Warning("two");
    });

    [Fact]
    public async Task Every_expectation_has_an_asynchronous_twin()
    {
        await EventFilter.Info().ExpectOneAsync(TwiceLess);
        await EventFilter.Info().ExpectOneAsync(TimeSpan.FromSeconds(10), TwiceLess);
        await EventFilter.Info().ExpectAsync(1, TwiceLess);
        await EventFilter.Info().ExpectAsync(1, TimeSpan.FromSeconds(10), TwiceLess);
        await Assert.ThrowsAnyAsync<XunitException>(() => EventFilter.Error().ExpectOneAsync(Soon, TwiceLess));

        async Task TwiceLess()
        {
            await Task.Yield();
            OneTwoThree();
        }
    }

    [Fact]
    public async Task What_the_code_returns_comes_back()
    {
        Assert.Equal(42, EventFilter.Info().ExpectOne(Answer));
        Assert.Equal(42, EventFilter.Info().Expect(1, Answer));
        Assert.Equal(42, EventFilter.Info().Mute(Answer));
        Assert.Equal(42, await EventFilter.Info().ExpectOneAsync(() => Task.FromResult(Answer())));
        Assert.Equal(42, await EventFilter.Info().ExpectAsync(1, () => Task.FromResult(Answer())));
        Assert.Equal(42, await EventFilter.Info().MuteAsync(() => Task.FromResult(Answer())));

        int Answer()
        {
            OneTwoThree();
            return 42;
        }
    }

    [Fact]
    public void What_the_code_throws_comes_out() => Assert.Throws<FormatException>(
        () => EventFilter.Info().ExpectOne(() => throw new FormatException("on purpose")));

    [Fact]
    public void A_muted_event_is_hidden_from_later_filters_until_it_is_unmuted()
    {
        using (EventFilter.Info(start: "one").Mute())
            Fails(() => EventFilter.Info(start: "one").ExpectOne(Soon, OneTwoThree));

        EventFilter.Info(start: "one").ExpectOne(OneTwoThree);
    }

    private void OneTwoThree() => Log.Info("one two three");

    private void Twice()
    {
        OneTwoThree();
        OneTwoThree();
    }

    private static void Fails(Action expectation) => Assert.ThrowsAny<XunitException>(expectation);

    private sealed class Complains : ReceiveActor
    {
        public Complains() => Receive<string>(text => Context.GetLogger().Warning(text));
    }

    private sealed class Fragile : ReceiveActor
    {
        public Fragile() => ReceiveAny(_ => throw new InvalidOperationException("on purpose"));
    }
}
