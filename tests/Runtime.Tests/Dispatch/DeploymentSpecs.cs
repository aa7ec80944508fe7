using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Dispatching;

public sealed class DeploymentSpecs : TestKit
{
    private const string Settings = """
        first { type = Dispatcher }
        second { type = Dispatcher }
        akka.actor.deployment {
          /deployed { dispatcher = first }
          /parent/deployed { dispatcher = second }
          "/any/*" { dispatcher = second }
        }
        """;

    public DeploymentSpecs()
        : base(Settings)
    {
    }

    [Fact]
    public void The_deployment_section_names_the_dispatcher_of_an_actor_by_its_path() =>
        Assert.Equal("first", DispatcherOf(Sys.ActorOf(Props.Create(() => new Where()), "deployed")));

    [Fact]
    public void It_overrides_props()
    {
        var props = Props.Create(() => new Where()).WithDispatcher("second");

        Assert.Equal("first", DispatcherOf(Sys.ActorOf(props, "deployed")));
    }

    [Fact]
    public void Other_actors_are_not_affected() =>
        Assert.Equal("akka.actor.default-dispatcher", DispatcherOf(Sys.ActorOf(Props.Create(() => new Where()), "other")));

    [Theory]
    [InlineData("parent", "deployed")]
    [InlineData("any", "anybody")]
    public void Paths_may_go_deeper_and_have_wildcards(string parent, string child)
    {
        Sys.ActorOf(Props.Create(() => new Where()), parent).Tell(child, TestActor);

        Assert.Equal("second", DispatcherOf(ExpectMsg<IActorRef>()));
    }

    private string DispatcherOf(IActorRef actor)
    {
        actor.Tell(0, TestActor);
        return ExpectMsg<string>();
    }

    private sealed class Where : ReceiveActor
    {
        public Where()
        {
            Receive<int>(_ => Sender.Tell(Context.Dispatcher.Id));
            Receive<string>(child => Sender.Tell(Context.ActorOf(Props.Create(() => new Where()), child)));
        }
    }
}
