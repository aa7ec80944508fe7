using ActorArbiter.Protocol;
using ActorClient;
using ActorClient.Terminal.Rounds;
using static ActorArbiter.Tests.Client.Terminal.Rounds.RoundEvents;

namespace ActorArbiter.Tests.Client.Terminal.Rounds;

public sealed class RoundStatusSpecs
{
    private static readonly ContenderId Z = ContenderId.Parse("Z");

    [Fact]
    public void It_says_how_it_stands_after_each_event() => Assert.Equal(
        [
            "final: connected ...",
            "final: 1 of 2 seated (X) ...",
            "final: 2 of 2 seated (X, Y) ...",
            "final: ready: X, Y ...",
            "final: ready: X, Y; sent ...",
            "final: ready: X, Y; waiting for the verdict ...",
        ],
        Texts(WholeRound[..^1]));

    [Fact]
    public void Who_sat_there_before_is_not_known_by_name() =>
        Assert.Equal("final: 2 of 3 seated (X, ...) ...", Texts(new RoundEvent.Joined(X, 2, 3))[^1]);

    [Fact]
    public void Who_comes_after_somebody_left_is_known() => Assert.Equal(
        "final: 2 of 3 seated (Z, ...) ...",
        Texts(new RoundEvent.Joined(X, 1, 3), new RoundEvent.Seated(Y, 2, 3), new RoundEvent.Seated(Z, 2, 3))[^1]);

    [Fact]
    public void A_claim_has_no_seats() =>
        Assert.Equal("final: 3 joined ...", Texts(new RoundEvent.Joined(X, 3, 1))[^1]);

    [Fact]
    public void A_lost_connection_is_said_until_there_is_a_new_one() => Assert.Equal(
        [
            "connection lost: the server closed the connection; trying again in 80ms",
            "waiting for 127.0.0.1:12000 ...",
            "final: 1 of 2 seated (X) ...",
        ],
        Texts(new RoundEvent.Joined(X, 1, 2), Lost, new RoundEvent.ServerAwaited(), new RoundEvent.Connected())[1..]);

    [Fact]
    public void Enter_is_asked_for_until_the_message_is_sent_and_again_after_a_false_start()
    {
        var asked = Status(new RoundEvent.Joined(X, 1, 2)).Asking("Alice");
        var sent = asked.After(new RoundEvent.Sent("Alice"));

        Assert.Equal("final: 1 of 2 seated (X); Enter sends Alice", asked.Text);
        Assert.Equal("final: 1 of 2 seated (X); sent ...", sent.Text);
        Assert.Equal(asked.Text, sent.After(TooEarly).Text);
    }

    private static RoundStatus Status(params RoundEvent[] events) =>
        events.Aggregate(new RoundStatus(Final, "127.0.0.1:12000"), (status, happened) => status.After(happened));

    private static string[] Texts(params RoundEvent[] events) =>
        [.. events.Select((_, index) => Status(events[..(index + 1)]).Text)];
}
