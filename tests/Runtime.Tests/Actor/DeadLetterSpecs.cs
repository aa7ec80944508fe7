using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class DeadLetterSpecs : TestKit
{
    private readonly IActorRef _dead;

    public DeadLetterSpecs()
    {
        _dead = Watch(Sys.ActorOf(Props.Empty));
        Sys.Stop(_dead);
        ExpectTerminated(_dead);
        Sys.EventStream.Subscribe(TestActor, typeof(AllDeadLetters));
    }

    [Fact]
    public void A_message_to_a_dead_actor_is_published()
    {
        _dead.Tell("lost", TestActor);

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("lost", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
        Assert.Equal(_dead, letter.Recipient);
    }

    [Fact]
    public void A_message_told_to_dead_letters_is_published()
    {
        Sys.DeadLetters.Tell("lost", TestActor);

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("lost", letter.Message);
        Assert.Equal(Sys.DeadLetters, letter.Recipient);
    }

    [Fact]
    public void Messages_that_nobody_would_miss_are_published_as_suppressed()
    {
        _dead.Tell(PoisonPill.Instance, TestActor);
        _dead.Tell(new Unimportant(), TestActor);

        ExpectMsg<SuppressedDeadLetter>();
        ExpectMsg<SuppressedDeadLetter>();
    }

    [Fact]
    public void What_lies_in_the_mailbox_of_a_stopping_actor_becomes_dead_letters_in_order()
    {
        using var hold = new ManualResetEventSlim();
        var actor = Sys.ActorOf(Props.Create(() => new Held()));
        actor.Tell(hold, TestActor);
        ExpectMsg("holding");
        actor.Tell(PoisonPill.Instance);
        for (var i = 0; i < 100; i++)
        {
            actor.Tell(i);
        }

        hold.Set();

        Assert.Equal(Enumerable.Range(0, 100).Cast<object>(), ReceiveN(100).Select(letter => ((DeadLetter)letter).Message));
    }

    private sealed record Unimportant : IDeadLetterSuppression;

    private sealed class Held : ReceiveActor
    {
        public Held() => Receive<ManualResetEventSlim>(hold =>
        {
            Sender.Tell("holding");
            hold.Wait(TimeSpan.FromSeconds(10));
        });
    }
}
