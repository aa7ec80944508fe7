using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Futures;

public sealed class GracefulStopSpecs : TestKit
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task It_ends_when_the_actor_has_stopped()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stoppable(TestActor)));

        Assert.True(await actor.GracefulStop(Patience));

        ExpectMsg("stopped");
    }

    [Fact]
    public async Task What_is_in_the_mailbox_is_handled_first()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stoppable(TestActor)));
        actor.Tell("first");

        Assert.True(await actor.GracefulStop(Patience));

        ExpectMsg("first");
        ExpectMsg("stopped");
    }

    [Fact]
    public async Task The_message_that_stops_the_actor_can_be_chosen()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stoppable(TestActor)));

        Assert.True(await actor.GracefulStop(Patience, new Close()));

        ExpectMsg("closing");
        ExpectMsg("stopped");
    }

    [Fact]
    public async Task An_actor_that_has_stopped_is_stopped()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stoppable(TestActor)));
        await actor.GracefulStop(Patience);

        Assert.True(await actor.GracefulStop(Patience));
    }

    [Fact]
    public async Task An_actor_that_does_not_stop_in_time_has_not_stopped()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Stoppable(TestActor)));

        Assert.False(await actor.GracefulStop(TimeSpan.FromMilliseconds(50), "not now"));

        ExpectMsg("not now");
    }

    private sealed record Close;

    private sealed class Stoppable : ReceiveActor
    {
        private readonly IActorRef _probe;

        public Stoppable(IActorRef probe)
        {
            _probe = probe;
            Receive<Close>(_ =>
            {
                probe.Tell("closing");
                Context.Stop(Self);
            });
            ReceiveAny(message => probe.Tell(message));
        }

        protected override void PostStop() => _probe.Tell("stopped");
    }
}
