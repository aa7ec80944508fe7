using ActorArbiter.Protocol.Sessions;
using ActorClient;
using ActorClient.Rounds;

namespace ActorArbiter.Tests.Client.Rounds;

/// <summary>Watching a round, and asking for its result.</summary>
public sealed class OnlookerConversationSpecs
{
    private readonly ConversationScript _watcher = new(new WatcherConversation(RoundName.Parse("cup")));
    private readonly ConversationScript _asker = new(new ResultConversation(RoundName.Parse("cup")));

    [Fact]
    public void A_watcher_is_told_of_the_round_until_its_verdict()
    {
        Assert.Equal(["connected", "> WATCH cup | PING"], _watcher.Connect());
        Assert.Equal(AwaitedStep.Answer, _watcher.Awaited);
        Assert.Equal(["watching"], _watcher.Hear("PONG"));
        Assert.Equal(AwaitedStep.Verdict, _watcher.Awaited);
        Assert.Equal(["seated X 1/2", "ready X Y"], _watcher.Hear("SEATED cup X 1/2", "READY cup X Y"));
        Assert.Equal(
            ["decided 7 X: Alice [1/1 X +0ns]", "end"],
            _watcher.Hear("PLACE cup 1/1 X +0ns kernel", "VERDICT cup 7 X: Alice"));
    }

    [Fact]
    public void A_watcher_of_a_round_that_expires_is_told_so() =>
        Assert.Equal(["connected", "> WATCH cup | PING", "expired", "end"], [.. _watcher.Connect(), .. _watcher.Hear("EXPIRED cup")]);

    [Fact]
    public void A_watcher_comes_back()
    {
        _watcher.Connect();
        _watcher.Hear("PONG");
        _watcher.Lose();

        Assert.Equal(["connected", "> WATCH cup | PING"], _watcher.Connect());
        Assert.Equal(AwaitedStep.Answer, _watcher.Awaited);
    }

    [Fact]
    public void A_watcher_that_is_refused_ends()
    {
        _watcher.Connect();

        Assert.Equal(["refused: pruned"], _watcher.Hear("ERROR pruned the winner alone is kept: X"));
    }

    [Fact]
    public void A_result_is_a_verdict()
    {
        Assert.Equal(["connected", "> RESULT cup"], _asker.Connect());
        Assert.Equal(AwaitedStep.Answer, _asker.Awaited);
        Assert.Equal(["decided 7 X: Alice []", "end"], _asker.Hear("VERDICT cup 7 X: Alice"));
    }

    [Theory]
    [InlineData("undecided")]
    [InlineData("unknown-round")]
    [InlineData("pruned")]
    public void No_result_is_a_refusal(string code)
    {
        _asker.Connect();

        Assert.Equal([$"refused: {code}"], _asker.Hear($"ERROR {code} because"));
    }

    [Fact]
    public void A_result_is_asked_for_again_where_the_server_is_busy()
    {
        _asker.Connect();

        Assert.Equal(["reconnect: come back later"], _asker.Hear("ERROR busy come back later"));
    }
}
