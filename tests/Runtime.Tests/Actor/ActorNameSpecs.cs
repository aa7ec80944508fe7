using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class ActorNameSpecs : TestKit
{
    [Fact]
    public void An_actor_has_the_name_it_was_given()
    {
        var actor = Sys.ActorOf<BlackHole>("some-name");

        Assert.Equal($"akka://{Sys.Name}/user/some-name", actor.Path.ToString());
        Assert.NotEqual(0, actor.Path.Uid);
    }

    [Fact]
    public void Anonymous_actors_are_named_in_the_order_of_their_creation()
    {
        var parent = ActorOf<Nursery>("parent");

        var names = Enumerable.Range(0, 66).Select(_ => Spawn(parent, null).Path.Name).ToArray();

        Assert.Equal(["$a", "$b", "$c"], names[..3]);
        Assert.Equal("$~", names[63]);
        Assert.Equal("$ab", names[64]);
        Assert.Equal("$bb", names[65]);
    }

    [Fact]
    public void A_name_is_taken_once()
    {
        Sys.ActorOf<BlackHole>("twice");

        var error = Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf<BlackHole>("twice"));

        Assert.Contains("twice", error.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$a")]
    [InlineData("no spaces")]
    [InlineData("no/slashes")]
    public void A_name_that_breaks_the_rules_is_refused(string name) =>
        Assert.Throws<InvalidActorNameException>(() => Sys.ActorOf<BlackHole>(name));

    [Fact]
    public void The_name_of_a_stopping_actor_stays_taken_until_its_end()
    {
        var parent = ActorOf<Nursery>();
        var child = (IActorRef)Spawn(parent, "slow");
        Watch(child);
        using var mayStop = new ManualResetEventSlim();
        child.Tell(mayStop, TestActor);
        ExpectMsg("will wait");
        Sys.Stop(child);

        parent.Tell(new Nursery.Spawn("slow"), TestActor);
        ExpectMsg<InvalidActorNameException>();

        mayStop.Set();
        ExpectTerminated(child);
        var next = Spawn(parent, "slow");
        Assert.Equal(child.Path, next.Path);
        Assert.NotEqual(child, next);
    }

    private IActorRef Spawn(IActorRef parent, string? name)
    {
        parent.Tell(new Nursery.Spawn(name), TestActor);
        return ExpectMsg<IActorRef>();
    }

    private sealed class BlackHole : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }

    /// <summary>Holds up its own stop until an event is set.</summary>
    private sealed class SlowToStop : ReceiveActor
    {
        private ManualResetEventSlim? _mayStop;

        public SlowToStop() => Receive<ManualResetEventSlim>(mayStop =>
        {
            _mayStop = mayStop;
            Sender.Tell("will wait");
        });

        protected override void PostStop() => _mayStop?.Wait(TimeSpan.FromSeconds(10));
    }

    private sealed class Nursery : ReceiveActor
    {
        public Nursery() => Receive<Spawn>(spawn =>
        {
            try
            {
                Sender.Tell(Context.ActorOf(Props.Create(() => new SlowToStop()), spawn.Name));
            }
            catch (InvalidActorNameException error)
            {
                Sender.Tell(error);
            }
        });

        public sealed record Spawn(string? Name);
    }
}
