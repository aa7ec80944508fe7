using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Actors;

public sealed class ActorSelectionSpecs : TestKit
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(10);

    public ActorSelectionSpecs()
    {
        var root = Sys.ActorOf(Props.Create(() => new Node(TestActor, new[] { "left", "right" })), "root");
        ExpectMsg("root ready");
        Assert.Equal("root", root.Path.Name);
    }

    [Theory]
    [InlineData("/user/root/left", "left")]
    [InlineData("/user/root/left/../right", "right")]
    [InlineData("user/root/left", "left")]
    [InlineData("akka://test/user/root/right", "right")]
    public void A_path_selects_an_actor(string path, string name)
    {
        Sys.ActorSelection(path).Tell("who?", TestActor);

        ExpectMsg(name);
    }

    [Theory]
    [InlineData("/user/root/*")]
    [InlineData("/user/*/*")]
    [InlineData("/user/root/*t")]
    [InlineData("/user/ro?t/**")]
    public void Wildcards_select_all_that_match(string path)
    {
        Sys.ActorSelection(path).Tell("who?", TestActor);

        Assert.Equal(["left", "right"], ReceiveN(2).Cast<string>().Order());
    }

    [Fact]
    public void A_relative_path_starts_at_the_actor_that_selects()
    {
        Sys.ActorSelection("/user/root/left").Tell(new Node.Select("../right"), TestActor);

        ExpectMsg("right");
    }

    [Fact]
    public async Task The_actor_behind_a_path_can_be_resolved()
    {
        var actor = await Sys.ActorSelection("/user/root/left").ResolveOne(Enough);

        actor.Tell("who?", TestActor);
        ExpectMsg("left");
        Assert.NotEqual(0, actor.Path.Uid);
    }

    [Theory]
    [InlineData("/user/root/nobody")]
    [InlineData("/user/root/left/nobody")]
    [InlineData("/user/root/n*")]
    public async Task Nobody_behind_a_path_is_an_error_when_resolving(string path) =>
        await Assert.ThrowsAsync<ActorNotFoundException>(() => Sys.ActorSelection(path).ResolveOne(Enough));

    [Fact]
    public void A_message_to_nobody_is_a_dead_letter()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(DeadLetter));

        Sys.ActorSelection("/user/root/nobody").Tell("lost", TestActor);

        var letter = ExpectMsg<DeadLetter>();
        Assert.Equal("lost", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
    }

    [Fact]
    public async Task A_selection_can_start_at_any_actor()
    {
        var anchor = await Sys.ActorSelection("/user/root").ResolveOne(Enough);

        Sys.ActorSelection(anchor, "left").Tell("who?", TestActor);

        ExpectMsg("left");
    }

    [Fact]
    public void A_double_wildcard_is_the_last_element() =>
        Assert.Throws<IllegalActorNameException>(() => Sys.ActorSelection("/user/**/left"));

    [Fact]
    public void Selections_of_the_same_path_are_equal()
    {
        Assert.Equal(Sys.ActorSelection("/user/root"), Sys.ActorSelection("/user/root"));
        Assert.NotEqual(Sys.ActorSelection("/user/root"), Sys.ActorSelection("/user/other"));
        Assert.Equal("/user/root", Sys.ActorSelection("/user/root").PathString);
    }

    private sealed class Node : ReceiveActor
    {
        public Node(IActorRef report, string[] children)
        {
            foreach (var child in children)
            {
                Context.ActorOf(Props.Create(() => new Node(ActorRefs.Nobody, Array.Empty<string>())), child);
            }

            Receive<Select>(select => Context.ActorSelection(select.Path).Tell("who?", Sender));
            Receive<string>(_ => Sender.Tell(Self.Path.Name));
            report.Tell($"{Self.Path.Name} ready");
        }

        public sealed record Select(string Path);
    }
}
