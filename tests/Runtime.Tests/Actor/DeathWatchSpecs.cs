using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class DeathWatchSpecs : TestKit
{
    [Fact]
    public void The_end_of_a_watched_actor_is_told_once()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Watcher();
        Do(watcher, context => context.Watch(subject));
        Do(watcher, context => context.Watch(subject));

        Sys.Stop(subject);

        ExpectMsg(new Ended(subject, true));
        Do(watcher, _ => { });
    }

    [Fact]
    public void The_end_of_an_actor_that_was_dead_already_is_told_too()
    {
        var subject = Watch(Sys.ActorOf(Props.Empty));
        Sys.Stop(subject);
        ExpectTerminated(subject);
        var watcher = Watcher();

        Do(watcher, context => context.Watch(subject));

        ExpectMsg(new Ended(subject, false));
    }

    [Fact]
    public void Terminated_comes_after_PostStop()
    {
        var subject = Sys.ActorOf(Props.Create(() => new TellsItsEnd(TestActor)));
        Do(Watcher(), context => context.Watch(subject));

        Sys.Stop(subject);

        ExpectMsg("PostStop");
        ExpectMsg(new Ended(subject, true));
    }

    [Fact]
    public void Terminated_comes_after_what_the_dead_actor_told()
    {
        var watcher = Watcher();
        var subject = Sys.ActorOf(Props.Create(() => new TellsItsEnd(watcher)));
        Do(watcher, context => context.Watch(subject));

        Sys.Stop(subject);

        ExpectMsg("PostStop");
        ExpectMsg(new Ended(subject, true));
    }

    [Fact]
    public void Every_watcher_is_told()
    {
        var subject = Sys.ActorOf(Props.Empty);
        for (var i = 0; i < 3; i++)
        {
            Do(Watcher(), context => context.Watch(subject));
        }

        Sys.Stop(subject);

        Assert.All(ReceiveN(3), message => Assert.IsType<Ended>(message));
    }

    [Fact]
    public void A_parent_that_watches_its_child_is_told_and_can_reuse_the_name()
    {
        var parent = Watcher();
        IActorRef? child = null;
        Do(parent, context => child = context.Watch(context.ActorOf(Props.Empty, "child")));

        Do(parent, context => context.Stop(child!));

        ExpectMsg(new Ended(child!, true));
        Do(parent, context => context.ActorOf(Props.Empty, "child"));
    }

    [Fact]
    public void A_watcher_of_several_actors_is_told_of_each_end()
    {
        var watcher = Watcher();
        var subjects = Enumerable.Range(0, 3).Select(_ => Sys.ActorOf(Props.Empty)).ToArray();
        foreach (var subject in subjects)
        {
            Do(watcher, context => context.Watch(subject));
        }

        foreach (var subject in subjects)
        {
            Sys.Stop(subject);
            ExpectMsg(new Ended(subject, true));
        }
    }

    [Fact]
    public void Of_several_watched_actors_each_can_be_unwatched_alone()
    {
        var watcher = Watcher();
        var first = Sys.ActorOf(Props.Empty);
        var second = Sys.ActorOf(Props.Empty);
        Do(watcher, context => context.Watch(first));
        Do(watcher, context => context.Watch(second));
        Do(watcher, context => context.Unwatch(first));

        Watch(first);
        Sys.Stop(first);
        ExpectTerminated(first);
        Sys.Stop(second);

        ExpectMsg(new Ended(second, true));
    }

    [Fact]
    public void A_childs_end_is_told_to_its_parent_only_while_it_watches()
    {
        var parent = Watcher();
        IActorRef unwatched = ActorRefs.Nobody;
        IActorRef watched = ActorRefs.Nobody;
        Do(parent, context =>
        {
            unwatched = context.ActorOf(Props.Empty);
            watched = context.ActorOf(Props.Empty);
            context.Watch(context.Watch(unwatched));
            context.Watch(context.Watch(watched));
            context.Unwatch(unwatched);
        });

        Watch(unwatched);
        Sys.Stop(unwatched);
        ExpectTerminated(unwatched);
        Sys.Stop(watched);

        ExpectMsg(new Ended(watched, true));
        Do(parent, _ => { });
    }

    [Fact]
    public void A_child_that_is_gone_can_still_be_watched_by_its_parent()
    {
        var parent = Watcher();
        IActorRef child = ActorRefs.Nobody;
        Do(parent, context => child = context.Watch(context.ActorOf(Props.Empty)));
        Sys.Stop(child);
        ExpectMsg(new Ended(child, true));

        Do(parent, context => context.Watch(child));

        ExpectMsg(new Ended(child, false));
    }

    [Fact]
    public void A_message_of_ones_own_can_take_the_place_of_Terminated()
    {
        var subject = Sys.ActorOf(Props.Empty);
        Do(Watcher(), context => context.WatchWith(subject, "gone"));

        Sys.Stop(subject);

        ExpectMsg("gone");
    }

    [Fact]
    public void An_unwatched_actors_end_is_not_told()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Watcher();
        Do(watcher, context => context.Watch(subject));
        Do(watcher, context => context.Unwatch(subject));
        Watch(subject);

        Sys.Stop(subject);

        ExpectTerminated(subject);
        Do(watcher, _ => { });
    }

    [Fact]
    public void A_notice_in_the_mailbox_is_not_delivered_after_Unwatch()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Watcher();
        Do(watcher, context => context.Watch(subject));
        using var hold = new ManualResetEventSlim();
        Watch(subject);

        watcher.Tell(new Action<IActorContext>(context =>
        {
            hold.Wait(TimeSpan.FromSeconds(10));
            context.Unwatch(subject);
        }));
        Sys.Stop(subject);
        ExpectTerminated(subject);
        hold.Set();

        Do(watcher, _ => { });
    }

    [Fact]
    public void Watching_oneself_does_nothing()
    {
        var watcher = Watch(Watcher());
        Do(watcher, context => context.Watch(context.Self));

        Sys.Stop(watcher);

        ExpectTerminated(watcher);
    }

    [Fact]
    public void A_watcher_that_does_not_handle_Terminated_dies_with_it()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Watch(Sys.ActorOf(Props.Create(() => new Heedless(subject, TestActor))));
        ExpectMsg("watching");

        Sys.Stop(subject);

        ExpectTerminated(watcher);
    }

    [Fact]
    public void A_watch_ends_with_the_watcher()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Watch(Watcher());
        Do(watcher, context => context.Watch(subject));
        Sys.Stop(watcher);
        ExpectTerminated(watcher);

        Watch(subject);
        Sys.Stop(subject);

        ExpectTerminated(subject);
    }

    [Fact]
    public void A_watch_survives_the_watchers_restart()
    {
        var subject = Sys.ActorOf(Props.Empty);
        var watcher = Watcher();
        Do(watcher, context => context.Watch(subject));

        watcher.Tell(new Action<IActorContext>(_ => throw new InvalidOperationException("on purpose")));
        Sys.Stop(subject);

        ExpectMsg(new Ended(subject, true));
    }

    [Fact]
    public void What_is_watched_with_must_be_something()
    {
        Do(Watcher(), context =>
        {
            Assert.Throws<ArgumentNullException>(() => context.Watch(null!));
            Assert.Throws<ArgumentNullException>(() => context.WatchWith(TestActor, null!));
        });
    }

    private IActorRef Watcher() => Sys.ActorOf(Props.Create(() => new Puppet(TestActor)));

    /// <summary>Has an actor run code, and waits until it has.</summary>
    private void Do(IActorRef puppet, Action<IActorContext> action)
    {
        puppet.Tell(new Action<IActorContext>(context =>
        {
            action(context);
            TestActor.Tell("done");
        }));
        ExpectMsg("done");
    }

    private sealed record Ended(IActorRef Actor, bool ExistenceConfirmed);

    private sealed class Puppet : ReceiveActor
    {
        public Puppet(IActorRef report)
        {
            Receive<Action<IActorContext>>(action => action(Context));

            // Not passed on as it is: a Terminated that an actor does not expect is dropped.
            Receive<Terminated>(terminated => report.Tell(new Ended(terminated.ActorRef, terminated.ExistenceConfirmed)));
            ReceiveAny(report.Tell);
        }
    }

    private sealed class TellsItsEnd : UntypedActor
    {
        private readonly IActorRef _report;

        public TellsItsEnd(IActorRef report) => _report = report;

        protected override void OnReceive(object message)
        {
        }

        protected override void PostStop() => _report.Tell("PostStop");
    }

    private sealed class Heedless : ReceiveActor
    {
        public Heedless(IActorRef subject, IActorRef report)
        {
            Context.Watch(subject);
            report.Tell("watching");
        }
    }
}
