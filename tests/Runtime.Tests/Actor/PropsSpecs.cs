using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class PropsSpecs : TestKit
{
    [Fact]
    public void An_expression_names_the_constructor_and_its_arguments()
    {
        var number = 3;
        var props = Props.Create(() => new Values(TestActor, "text " + number, number * 2));

        Sys.ActorOf(props);

        ExpectMsg(("text 3", 6));
        Assert.Equal(typeof(Values), props.Type);
        Assert.Equal([TestActor, "text 3", 6], props.Arguments);
    }

    [Fact]
    public void Arguments_are_evaluated_once_and_when_the_props_are_made()
    {
        var evaluations = 0;
        Func<string> next = () => $"evaluation {++evaluations}";
        var props = Props.Create(() => new Values(TestActor, next(), 0));

        Assert.Equal(1, evaluations);
        Sys.ActorOf(props);
        Sys.ActorOf(props);

        ExpectMsg(("evaluation 1", 0));
        ExpectMsg(("evaluation 1", 0));
    }

    [Fact]
    public void An_expression_that_is_no_constructor_call_is_refused() =>
        Assert.ThrowsAny<SystemException>(() => Props.Create(() => MakeValues()));

    [Fact]
    public void Arguments_can_be_given_one_by_one()
    {
        var type = typeof(Values);

        Sys.ActorOf(Props.Create<Values>(TestActor, "a", 1));
        ExpectMsg(("a", 1));

        Sys.ActorOf(Props.Create(type, TestActor, "b", 2));
        ExpectMsg(("b", 2));
    }

    [Fact]
    public void The_constructor_that_fits_the_arguments_is_taken()
    {
        Sys.ActorOf(Props.Create<Overloads>(TestActor, 1));
        ExpectMsg("int");

        Sys.ActorOf(Props.Create<Overloads>(TestActor, "x"));
        ExpectMsg("string");

        Sys.ActorOf(Props.Create<Overloads>(TestActor, new Version()));
        ExpectMsg("object");
    }

    [Fact]
    public void Arguments_that_fit_no_constructor_stop_the_actor()
    {
        var actor = Sys.ActorOf(Props.Create<Values>("wrong"));

        Watch(actor);

        ExpectTerminated(actor);
    }

    [Fact]
    public void A_type_that_is_no_actor_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Props.Create(typeof(string)));
        Assert.Throws<ArgumentNullException>(() => Props.Create(null!, []));
    }

    [Fact]
    public void Each_instance_is_made_anew()
    {
        var actor = Sys.ActorOf(Props.Create(() => new Instances(TestActor)));

        actor.Tell("fail");

        var first = ExpectMsg<Instances>();
        var second = ExpectMsg<Instances>();
        Assert.NotSame(first, second);
    }

    [Fact]
    public void Changing_props_leaves_the_original_alone()
    {
        var props = Props.Create<Values>(TestActor, "a", 1);

        var changed = props.WithDispatcher("some.dispatcher").WithMailbox("some.mailbox");

        Assert.Equal("some.dispatcher", changed.Dispatcher);
        Assert.Equal("some.mailbox", changed.Mailbox);
        Assert.Equal("akka.actor.default-dispatcher", props.Dispatcher);
        Assert.NotEqual("some.mailbox", props.Mailbox);
    }

    [Fact]
    public void A_producer_creates_the_instances_and_is_told_when_one_is_released()
    {
        var producer = new Producer(TestActor);

        var actor = Sys.ActorOf(Props.CreateBy(producer));
        ExpectMsg(("produced", 0));
        Sys.Stop(actor);

        ExpectMsg("released");
        Assert.Equal(typeof(Values), Props.CreateBy(producer).Type);
    }

    [Fact]
    public void The_empty_props_make_an_actor_that_ignores_everything()
    {
        var actor = Sys.ActorOf(Props.Empty);

        actor.Tell("x");
        actor.Tell(new Identify(1), TestActor);

        ExpectMsg<ActorIdentity>();
    }

    private Values MakeValues() => new(TestActor, "", 0);

    private sealed class Values : UntypedActor
    {
        public Values(IActorRef report, string text, int number) => report.Tell((text, number));

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Overloads : UntypedActor
    {
        public Overloads(IActorRef report, int _) => report.Tell("int");

        public Overloads(IActorRef report, string _) => report.Tell("string");

        public Overloads(IActorRef report, object _) => report.Tell("object");

        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class Instances : UntypedActor
    {
        public Instances(IActorRef report) => report.Tell(this);

        protected override void OnReceive(object message) => throw new InvalidOperationException("on purpose");
    }

    private sealed class Producer(IActorRef report) : IIndirectActorProducer
    {
        public Type ActorType => typeof(Values);

        public ActorBase Produce() => new Values(report, "produced", 0);

        public void Release(ActorBase actor) => report.Tell("released");
    }
}
