using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Events;

public sealed class EventStreamSpecs : TestKit
{
    private EventStream Stream => Sys.EventStream;

    [Fact]
    public void A_subscriber_gets_the_events_of_its_channel()
    {
        Stream.Subscribe(TestActor, typeof(Opened));

        Stream.Publish(new Opened(1));

        ExpectMsg(new Opened(1));
    }

    [Fact]
    public void An_event_of_another_type_does_not_reach_a_subscriber()
    {
        Stream.Subscribe<Opened>(TestActor);

        Stream.Publish(new Closed(1));
        Stream.Publish(new Opened(2));

        ExpectMsg(new Opened(2));
    }

    [Fact]
    public void A_channel_includes_the_classes_derived_from_it()
    {
        Stream.Subscribe<DoorEvent>(TestActor);

        Stream.Publish(new Opened(1));
        Stream.Publish(new Closed(2));

        ExpectMsg(new Opened(1));
        ExpectMsg(new Closed(2));
    }

    [Fact]
    public void A_channel_may_be_an_interface()
    {
        Stream.Subscribe<IAudible>(TestActor);

        Stream.Publish(new Opened(1));
        Stream.Publish(new Closed(2));

        ExpectMsg(new Closed(2));
    }

    [Fact]
    public void An_event_that_fits_several_channels_of_a_subscriber_comes_once()
    {
        Stream.Subscribe<Closed>(TestActor);
        Stream.Subscribe<DoorEvent>(TestActor);

        Stream.Publish(new Closed(1));
        Stream.Publish(new Opened(2));

        ExpectMsg(new Closed(1));
        ExpectMsg(new Opened(2));
    }

    [Fact]
    public void Subscribing_says_whether_it_is_new()
    {
        Assert.True(Stream.Subscribe<Opened>(TestActor));
        Assert.False(Stream.Subscribe<Opened>(TestActor));
    }

    [Fact]
    public void Unsubscribing_says_whether_there_was_a_subscription()
    {
        Stream.Subscribe<Opened>(TestActor);

        Assert.False(Stream.Unsubscribe<Closed>(TestActor));
        Assert.True(Stream.Unsubscribe<Opened>(TestActor));
        Assert.False(Stream.Unsubscribe<Opened>(TestActor));
    }

    [Fact]
    public void Unsubscribing_from_one_channel_keeps_the_others()
    {
        Stream.Subscribe<Opened>(TestActor);
        Stream.Subscribe<Closed>(TestActor);

        Stream.Unsubscribe<Opened>(TestActor);
        Stream.Publish(new Opened(1));
        Stream.Publish(new Closed(2));

        ExpectMsg(new Closed(2));
    }

    [Fact]
    public void Unsubscribing_from_all_channels_leaves_other_subscribers_alone()
    {
        var other = CreateTestProbe();
        foreach (var subscriber in new[] { TestActor, other.Ref })
        {
            Stream.Subscribe<Opened>(subscriber);
            Stream.Subscribe<Closed>(subscriber);
        }

        Stream.Unsubscribe(TestActor);
        Stream.Publish(new Opened(1));
        Stream.Publish(new Closed(2));
        TestActor.Tell("last");

        other.ExpectMsg(new Opened(1));
        other.ExpectMsg(new Closed(2));
        ExpectMsg("last");
    }

    [Fact]
    public void A_subscriber_that_stops_is_unsubscribed()
    {
        var subscriber = Sys.ActorOf(Props.Create(() => new Silent()));
        Stream.Subscribe<Opened>(subscriber);

        Sys.Stop(subscriber);

        // Only what is not subscribed can be subscribed anew.
        AwaitCondition(() => Stream.Subscribe<Opened>(subscriber), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void A_subscriber_that_gave_up_one_of_two_channels_and_then_stops_is_unsubscribed()
    {
        var subscriber = Sys.ActorOf(Props.Create(() => new Silent()));
        Stream.Subscribe<Opened>(subscriber);
        Stream.Subscribe<Closed>(subscriber);
        Stream.Unsubscribe<Opened>(subscriber);

        Sys.Stop(subscriber);

        AwaitCondition(() => Stream.Subscribe<Closed>(subscriber), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Nothing_is_lost_or_reordered_while_others_subscribe_and_unsubscribe()
    {
        const int Events = 2_000;
        Stream.Subscribe<Opened>(TestActor);
        var other = CreateTestProbe();

        var churn = Task.Run(() =>
        {
            for (var i = 0; i < Events; i++)
            {
                Stream.Subscribe<DoorEvent>(other);
                Stream.Unsubscribe(other);
            }
        });
        for (var i = 0; i < Events; i++)
            Stream.Publish(new Opened(i));
        await churn;

        Assert.Equal(Enumerable.Range(0, Events).Select(i => (object)new Opened(i)), ReceiveN(Events));
    }

    [Fact]
    public void Nobody_can_be_subscribed_to_nothing()
    {
        Assert.Throws<ArgumentNullException>(() => Stream.Subscribe(null!, typeof(Opened)));
        Assert.Throws<ArgumentNullException>(() => Stream.Unsubscribe(null!));
    }

    private interface IAudible;

    private abstract record DoorEvent(int Number);

    private sealed record Opened(int Number) : DoorEvent(Number);

    private sealed record Closed(int Number) : DoorEvent(Number), IAudible;

    private sealed class Silent : ReceiveActor
    {
        public Silent() => ReceiveAny(_ => { });
    }
}
