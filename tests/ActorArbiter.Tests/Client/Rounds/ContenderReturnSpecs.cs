using ActorArbiter.Protocol;
using ActorClient;

namespace ActorArbiter.Tests.Client.Rounds;

/// <summary>What a contender says when it comes back on another connection.</summary>
public sealed class ContenderReturnSpecs
{
    private const string Rejoin = "> JOIN cup X of=2 key=k";
    private const string RejoinAndAsk = "> JOIN cup X of=2 key=k | PING received-by-now";
    private const string Unknown = "ERROR unknown-round no round cup is known";

    private readonly ConversationScript _script = ContenderConversationSpecs.Contender();

    [Fact]
    public void Before_its_seat_it_joins_again()
    {
        _script.Connect();

        Assert.Equal(["connected", Rejoin], Return());
        Assert.Equal(["joined X 1/2"], _script.Hear("JOINED cup X 1/2"));
    }

    [Fact]
    public void Without_a_message_it_joins_again_with_its_key()
    {
        Join();

        Assert.Equal(["connected", Rejoin], Return());
        Assert.Equal(["joined X 2/2", "ready X Y"], _script.Hear("JOINED cup X 2/2", "READY cup X Y"));
        Assert.Equal(["> SEND Alice", "sent Alice"], _script.Send("Alice"));
    }

    [Fact]
    public void A_message_that_was_not_said_yet_follows_its_JOIN()
    {
        Join();
        _script.Lose();
        Assert.Empty(_script.Send("Alice"));

        Assert.Equal(["connected", "> JOIN cup X of=2 key=k | SEND Alice", "sent Alice"], _script.Connect());
    }

    [Fact]
    public void With_a_message_under_way_it_asks_for_the_result_first()
    {
        Speak();

        Assert.Equal(["connected", "> RESULT cup"], Return());
        Assert.Equal(["decided 7 X: Alice []", "end"], _script.Hear("VERDICT cup 7 X: Alice"));
    }

    [Fact]
    public void A_verdict_that_answers_another_JOIN_may_rest_on_its_message()
    {
        Speak();
        Return();
        _script.Hear(Unknown);

        Assert.Equal(["decided 7 X: Alice []", "end"], _script.Hear("VERDICT cup 7 X: Alice"));
    }

    [Theory]
    [InlineData("ERROR undecided round cup is not decided yet")]
    [InlineData(Unknown)]
    public void Where_there_is_no_result_it_joins_again_and_asks_for_its_message(string noResult)
    {
        Speak();
        Return();

        Assert.Equal([RejoinAndAsk], _script.Hear(noResult));
    }

    [Fact]
    public void A_message_that_was_received_is_not_said_again()
    {
        Speak();
        Return();
        _script.Hear(Unknown);

        Assert.Equal(
            ["joined X 2/2", "ready X Y", "received Alice"],
            _script.Hear("JOINED cup X 2/2", "READY cup X Y", "RECEIVED cup X: Alice", "PONG received-by-now"));
        Assert.Equal(AwaitedStep.Verdict, _script.Awaited);
    }

    [Fact]
    public void A_message_that_was_lost_is_said_again()
    {
        Speak();
        Return();
        _script.Hear(Unknown);

        Assert.Equal(["joined X 1/2"], _script.Hear("JOINED cup X 1/2"));
        Assert.Equal(["> SEND Alice", "sent Alice"], _script.Hear("PONG received-by-now"));
        Assert.Equal(["received Alice"], _script.Hear("RECEIVED cup X: Alice"));
    }

    [Fact]
    public void That_its_message_was_received_is_told_once()
    {
        Speak();
        _script.Hear("RECEIVED cup X: Alice");
        Return();
        _script.Hear(Unknown);

        Assert.Equal(
            ["joined X 2/2"], _script.Hear("JOINED cup X 2/2", "RECEIVED cup X: Alice", "PONG received-by-now"));
    }

    [Fact]
    public void A_message_that_a_new_server_has_forgotten_is_said_again_without_telling_it_was_received()
    {
        Speak();
        _script.Hear("RECEIVED cup X: Alice");
        Return();
        _script.Hear(Unknown, "JOINED cup X 1/2");

        Assert.Equal(["> SEND Alice", "sent Alice"], _script.Hear("PONG received-by-now"));
        Assert.Empty(_script.Hear("RECEIVED cup X: Alice"));
    }

    [Fact]
    public void A_forgotten_message_that_is_now_too_early_is_said_again_at_READY()
    {
        Speak();
        _script.Hear("RECEIVED cup X: Alice");
        Return();
        _script.Hear(Unknown, "JOINED cup X 1/2", "PONG received-by-now");

        Assert.Empty(_script.Hear("ERROR too-early wait for READY"));
        Assert.Equal(["ready X Y", "> SEND Alice", "sent Alice"], _script.Hear("READY cup X Y"));
        Assert.Equal(["ready X Z"], _script.Hear("READY cup X Z"));
    }

    [Fact]
    public void A_message_said_twice_was_received_once()
    {
        Speak();
        Return();
        _script.Hear(Unknown, "JOINED cup X 1/2", "PONG received-by-now");

        Assert.Equal(["received Alice"], _script.Hear("ERROR already-sent the first one counts"));
    }

    [Fact]
    public void A_round_that_was_forgotten_is_opened_for_as_many_as_it_was()
    {
        var script = ContenderConversationSpecs.Contender(of: null);
        script.Connect();
        script.Hear("JOINED cup X 3/5");
        script.Lose();

        Assert.Equal(["connected", "> JOIN cup X of=5 key=k"], script.Connect());
    }

    [Theory]
    [InlineData(ErrorCodes.IdTaken)]
    [InlineData(ErrorCodes.RoundFull)]
    public void A_seat_that_others_have_taken_meanwhile_ends_it(string code)
    {
        Join();
        Return();

        Assert.Equal([$"refused: {code}"], _script.Hear($"ERROR {code} too late"));
    }

    [Fact]
    public void A_result_that_is_not_kept_any_more_ends_it()
    {
        Speak();
        Return();

        Assert.Equal(["refused: pruned"], _script.Hear("ERROR pruned the winner alone is kept: Y"));
    }

    [Fact]
    public void Places_of_a_verdict_that_was_cut_off_are_told_once()
    {
        Speak();
        _script.Hear("PLACE cup 1/2 X +0ns kernel");
        Return();

        Assert.Equal(
            ["decided 7 X: Alice received before Y: Bob [1/2 X +0ns, 2/2 Y +3.00us]", "end"],
            _script.Hear(
                "PLACE cup 1/2 X +0ns kernel",
                "PLACE cup 2/2 Y +3us kernel",
                "VERDICT cup 7 X: Alice received before Y: Bob"));
    }

    [Fact]
    public void Every_return_asks_anew()
    {
        Speak();
        Return();
        _script.Hear(Unknown, "JOINED cup X 2/2", "RECEIVED cup X: Alice");

        Assert.Equal(["connected", "> RESULT cup"], Return());
        Assert.Equal([RejoinAndAsk], _script.Hear(Unknown));
        Assert.Equal(
            ["joined X 1/2", "> SEND Alice", "sent Alice"], _script.Hear("JOINED cup X 1/2", "PONG received-by-now"));
    }

    [Fact]
    public void While_it_is_away_it_waits_for_a_connection()
    {
        Speak();
        _script.Lose();

        Assert.Equal(AwaitedStep.Connection, _script.Awaited);
    }

    private void Join()
    {
        _script.Connect();
        _script.Hear("JOINED cup X 1/2");
    }

    private void Speak()
    {
        Join();
        _script.Send("Alice");
    }

    private string[] Return()
    {
        _script.Lose();
        return _script.Connect();
    }
}
