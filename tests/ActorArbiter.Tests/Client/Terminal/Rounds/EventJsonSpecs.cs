using System.Text.Json;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient;
using ActorClient.Terminal.Rounds;
using static ActorArbiter.Tests.Client.Terminal.Rounds.RoundEvents;

namespace ActorArbiter.Tests.Client.Terminal.Rounds;

public sealed class EventJsonSpecs
{
    public static TheoryData<RoundEvent, string> Events => new()
    {
        { new RoundEvent.ServerAwaited(), """{"event":"server-awaited","round":"final"}""" },
        { new RoundEvent.Connected(), """{"event":"connected","round":"final"}""" },
        { new RoundEvent.Watching(), """{"event":"watching","round":"final"}""" },
        { new RoundEvent.Joined(X, 1, 2), """{"event":"joined","round":"final","id":"X","seats":1,"of":2}""" },
        { new RoundEvent.Seated(Y, 2, 2), """{"event":"seated","round":"final","id":"Y","seats":2,"of":2}""" },
        { new RoundEvent.Ready([X, Y]), """{"event":"ready","round":"final","ids":["X","Y"]}""" },
        { new RoundEvent.Sent("Alice"), """{"event":"sent","round":"final","text":"Alice"}""" },
        { new RoundEvent.Received("Zoë's 漢"), """{"event":"received","round":"final","text":"Zoë's 漢"}""" },
        { new RoundEvent.Received("\"\\"), """{"event":"received","round":"final","text":"\"\\"}""" },
        { TooEarly, """{"event":"refused","round":"final","code":"too-early","message":"not ready"}""" },
        { new RoundEvent.Expired(Final), """{"event":"expired","round":"final"}""" },
        {
            Lost,
            """{"event":"connection-lost","round":"final","message":"the server closed the connection","retryMs":80}"""
        },
        {
            new RoundEvent.Decided(Verdict),
            """{"event":"verdict","round":"final","number":17,"sentence":"Y: Bob received before X: Alice","places":["""
                + """{"place":1,"arrived":2,"id":"Y","gapNs":0,"basis":"kernel"},"""
                + """{"place":2,"arrived":2,"id":"X","gapNs":1840000,"basis":"kernel-late"}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void Each_event_is_an_object_in_one_line(RoundEvent happened, string line)
    {
        Assert.Equal(line, EventJson.Of(happened, Final));
        using var read = JsonDocument.Parse(line);
    }

    [Fact]
    public void There_is_a_line_for_every_kind_of_event() => Assert.Equal(
        typeof(RoundEvent).GetNestedTypes().Select(type => type.Name).Order(StringComparer.Ordinal),
        Events.Select(row => row[0].GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_verdict_says_if_it_is_older_than_the_own_part_in_the_round()
    {
        var line = EventJson.Of(new RoundEvent.Decided(Verdict) { WasDecidedBefore = true }, Final);

        Assert.Contains("\"decidedBefore\":true", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_that_nobody_knows_is_null()
    {
        var verdict = Verdict with { Places = [new Placing(1, 1, X, Gap.Unknown, Basis.Mailbox)] };

        var line = EventJson.Of(new RoundEvent.Decided(verdict), Final);

        Assert.Contains("\"gapNs\":null,\"basis\":\"mailbox\"", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_claim_says_who_won_and_a_failure_why()
    {
        var verdict = new RoundVerdict(Final, 17, "X: token", []);

        Assert.Equal(
            """{"event":"claim","round":"final","won":false,"winner":"X","text":"token","number":17}""",
            EventJson.Of(new ClaimOutcome(verdict, "token", IsWinner: false)));
        Assert.Equal(
            """{"event":"error","round":"final","code":"busy","message":"try later"}""",
            EventJson.OfError(new RoundFailure("busy", "try later"), Final));
    }

    [Fact]
    public void An_error_of_the_server_is_told_as_a_refusal_is_and_whole_to_people()
    {
        var failure = RoundFailure.Of(new RefusedException(new ErrorReply("busy", "try later")));

        Assert.Equal(("busy", "try later", "ERROR busy try later"), (failure.Code, failure.Sentence, failure.Line));
    }
}
