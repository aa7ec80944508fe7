using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class ReceiveAsyncSpecs : TestKit
{
    [Fact]
    public void The_next_message_waits_until_the_task_ends()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var actor = Handle(async (_, message) =>
        {
            TestActor.Tell($"begin {message}");
            await gate.Task;
            TestActor.Tell($"end {message}");
        });

        actor.Tell(1);
        actor.Tell(2);
        ExpectMsg("begin 1");
        gate.SetResult();

        ExpectMsg("end 1");
        ExpectMsg("begin 2");
        ExpectMsg("end 2");
    }

    [Fact]
    public void Self_and_Sender_are_right_after_every_await()
    {
        var actor = Handle(async (surroundings, message) =>
        {
            await Task.Yield();
            surroundings.Reply(message);
            await Task.Run(() => { });
            surroundings.Reply(surroundings.Me);
        });
        var probe = CreateTestProbe();

        actor.Tell("a", TestActor);
        actor.Tell("b", probe.Ref);

        ExpectMsg("a");
        ExpectMsg(actor);
        probe.ExpectMsg("b");
        probe.ExpectMsg(actor);
        Assert.Equal(actor, probe.LastSender);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_failure_of_the_task_restarts_the_actor_and_drops_the_message(bool afterAnAwait)
    {
        var actor = Handle(async (_, message) =>
        {
            if (afterAnAwait)
            {
                await Task.Yield();
            }

            if (message is "fail")
            {
                throw new InvalidOperationException("on purpose");
            }

            TestActor.Tell(message);
        });

        actor.Tell("fail");
        actor.Tell("next");

        ExpectMsg(new AsyncActor.Restarting("on purpose", "fail"));
        ExpectMsg("next");
    }

    [Fact]
    public void A_task_that_is_cancelled_is_a_failure()
    {
        var actor = Handle((_, message) => message is "cancel"
            ? Task.FromCanceled(new CancellationToken(canceled: true))
            : Task.CompletedTask);

        actor.Tell("cancel");

        ExpectMsg<AsyncActor.Restarting>();
    }

    [Fact]
    public void A_stop_does_not_wait_for_the_task()
    {
        var never = new TaskCompletionSource();
        var actor = Handle(async (_, _) =>
        {
            TestActor.Tell("waiting");
            await never.Task;
        });
        Watch(actor);

        actor.Tell("wait");
        ExpectMsg("waiting");
        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void ReceiveAnyAsync_and_predicates_work_too()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Sorting(TestActor)));

        actor.Tell(-1);
        actor.Tell(1);
        actor.Tell("x");

        ExpectMsg("negative -1");
        ExpectMsg("positive 1");
        ExpectMsg("any x");
    }

    [Fact]
    public void A_restart_for_another_reason_leaves_the_mailbox_usable()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var supervisor = Sys.ActorOf(Props.Create(() => new AllForOneParent()));
        Func<AsyncActor, object, Task> handler = async (_, message) =>
        {
            TestActor.Tell(message);
            if (message is "wait")
            {
                await gate.Task;
            }
        };
        supervisor.Tell(Props.Create(() => new AsyncActor(TestActor, handler)), TestActor);
        var waiting = ExpectMsg<IActorRef>();
        waiting.Tell("wait");
        ExpectMsg("wait");

        supervisor.Tell("fail the other child");
        ExpectMsg<AsyncActor.Restarting>();
        gate.SetResult();
        waiting.Tell("next");

        ExpectMsg("next");
    }

    private IActorRef Handle(Func<AsyncActor, object, Task> handler) =>
        Sys.ActorOf(Props.Create(() => new AsyncActor(TestActor, handler)));

    private sealed class AsyncActor : ReceiveActor
    {
        private readonly IActorRef _report;

        public AsyncActor(IActorRef report, Func<AsyncActor, object, Task> handler)
        {
            _report = report;
            ReceiveAsync<object>(message => handler(this, message));
        }

        public IActorRef Me => Self;

        public void Reply(object message) => Sender.Tell(message);

        protected override void PreRestart(Exception reason, object? message)
        {
            _report.Tell(new Restarting(reason.Message, message));
            base.PreRestart(reason, message);
        }

        public sealed record Restarting(string Reason, object? Message);
    }

    private sealed class Sorting : ReceiveActor
    {
        public Sorting(IActorRef report)
        {
            ReceiveAsync<int>(number => number < 0, async number =>
            {
                await Task.Yield();
                report.Tell($"negative {number}");
            });
            ReceiveAsync<int>(async number =>
            {
                await Task.Yield();
                report.Tell($"positive {number}");
            });
            ReceiveAnyAsync(async message =>
            {
                await Task.Yield();
                report.Tell($"any {message}");
            });
        }
    }

    /// <summary>Restarts all its children when one fails.</summary>
    private sealed class AllForOneParent : ReceiveActor
    {
        public AllForOneParent()
        {
            var failing = Context.ActorOf(Props.Create(() => new Failing()));
            Receive<Props>(props => Sender.Tell(Context.ActorOf(props)));
            Receive<string>(failing.Tell);
        }

        protected override SupervisorStrategy SupervisorStrategy() => new AllForOneStrategy(_ => Directive.Restart);
    }

    private sealed class Failing : UntypedActor
    {
        protected override void OnReceive(object message) => throw new InvalidOperationException("on purpose");
    }
}
