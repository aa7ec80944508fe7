using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient;
using ActorClient.Rounds;

namespace ActorArbiter.Tests.Client.Rounds;

/// <summary>What a contender says and tells while nothing goes wrong with its connection.</summary>
public sealed class ContenderConversationSpecs
{
    private const string Verdict = "VERDICT cup 7 X: Alice received before Y: Bob";
    private const string Decided = "decided 7 X: Alice received before Y: Bob [1/2 X +0ns, 2/2 Y +3.00us]";

    private static readonly string[] Places = ["PLACE cup 1/2 X +0ns kernel", "PLACE cup 2/2 Y +3us kernel"];

    private readonly ConversationScript _script = Contender();

    [Fact]
    public void A_round_goes_from_JOIN_to_VERDICT()
    {
        Assert.Equal(AwaitedStep.Connection, _script.Awaited);
        Assert.Equal(["connected", "> JOIN cup X of=2 key=k"], _script.Connect());
        Assert.Equal(AwaitedStep.Seat, _script.Awaited);
        Assert.Equal(["joined X 1/2"], _script.Hear("JOINED cup X 1/2"));
        Assert.Equal(["seated Y 2/2", "ready X Y"], _script.Hear("SEATED cup Y 2/2", "READY cup X Y"));
        Assert.Equal(AwaitedStep.Verdict, _script.Awaited);
        Assert.Equal(["> SEND Alice", "sent Alice"], _script.Send("Alice"));
        Assert.Equal(AwaitedStep.Receipt, _script.Awaited);
        Assert.Equal(["received Alice"], _script.Hear("RECEIVED cup X: Alice"));
        Assert.Equal(AwaitedStep.Verdict, _script.Awaited);
        Assert.Equal([Decided, "end"], _script.Hear([.. Places, Verdict]));
    }

    [Fact]
    public void A_message_that_is_there_from_the_beginning_follows_its_JOIN_in_one_segment()
    {
        var script = Contender(text: "mine");

        Assert.Equal(["connected", "> JOIN cup X of=2 key=k | SEND mine", "sent mine"], script.Connect());
    }

    [Fact]
    public void A_message_before_the_seat_is_said_at_JOINED()
    {
        _script.Connect();

        Assert.Empty(_script.Send("Alice"));
        Assert.Equal(["joined X 1/2", "> SEND Alice", "sent Alice"], _script.Hear("JOINED cup X 1/2"));
    }

    [Fact]
    public void A_message_before_the_connection_follows_its_JOIN()
    {
        Assert.Empty(_script.Send("Alice"));

        Assert.Equal(["connected", "> JOIN cup X of=2 key=k | SEND Alice", "sent Alice"], _script.Connect());
    }

    [Fact]
    public void A_round_that_was_decided_before_has_its_outcome_at_once()
    {
        _script.Connect();

        Assert.Equal(
            ["decided before 7 X: Alice received before Y: Bob [1/2 X +0ns, 2/2 Y +3.00us]", "end"],
            _script.Hear([.. Places, Verdict]));
    }

    [Fact]
    public void A_message_behind_the_JOIN_of_a_round_that_was_decided_before_does_not_count()
    {
        var script = Contender(of: 1, text: "mine");
        script.Connect();

        Assert.Equal(["decided before 7 X: mine []", "end"], script.Hear("VERDICT cup 7 X: mine"));
    }

    [Fact]
    public void An_expired_round_has_that_outcome()
    {
        Join();

        Assert.Equal(["expired", "end"], _script.Hear("EXPIRED cup"));
    }

    [Fact]
    public void A_claim_whose_message_crossed_the_end_of_an_expired_one_is_made_again()
    {
        var script = Contender(of: 1, text: "mine");
        script.Connect();

        Assert.Equal(
            ["joined X 2/1", "reconnect: the claim expired before the message"],
            script.Hear("JOINED cup X 2/1", "EXPIRED cup"));
        script.Lose();
        Assert.Equal(["connected", "> JOIN cup X of=1 key=k | SEND mine", "sent mine"], script.Connect());
    }

    [Fact]
    public void Nothing_of_other_rounds_is_told()
    {
        Join();

        Assert.Empty(_script.Hear(
            "SEATED plate Y 2/2", "READY plate X Y", "RECEIVED plate X: Alice", "PLACE plate 1/1 X +0ns kernel",
            "VERDICT plate 6 X: Alice", "EXPIRED plate", "JOINED plate X 1/2", "LEFT plate"));
        Assert.Equal(["decided 7 Y: Bob []", "end"], _script.Hear("VERDICT cup 7 Y: Bob"));
    }

    [Theory]
    [InlineData("SCORE cup X 12")]
    [InlineData("READY")]
    [InlineData("something else")]
    [InlineData("")]
    public void A_line_that_is_not_understood_is_skipped(string line)
    {
        Join();

        Assert.Empty(_script.Hear(line));
    }

    [Fact]
    public void A_word_of_a_later_version_may_come_first()
    {
        _script.Connect();

        Assert.Equal(["joined X 1/2"], _script.Hear("NOTE maintenance at noon", "JOINED cup X 1/2"));
    }

    [Theory]
    [InlineData("X: JOIN cup X of=2 key=k")]
    [InlineData("Client X connected")]
    [InlineData("JOIN cup X of=2 key=k")]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("220 mail.example ESMTP")]
    [InlineData("")]
    public void A_server_without_rounds_is_told_by_its_first_words(string line)
    {
        _script.Connect();

        Assert.Equal(
            [$"lost: the server said '{line}' where the answer to JOIN was due: it knows no rounds"], _script.Hear(line));
    }

    [Theory]
    [InlineData(ErrorCodes.IdTaken)]
    [InlineData(ErrorCodes.RoundFull)]
    [InlineData(ErrorCodes.RoundDiffers)]
    [InlineData(ErrorCodes.BadArgument)]
    [InlineData(ErrorCodes.BadMessage)]
    [InlineData(ErrorCodes.Pruned)]
    [InlineData(ErrorCodes.TooLong)]
    [InlineData("of-a-later-version")]
    public void A_JOIN_that_is_refused_ends_it(string code)
    {
        _script.Connect();

        Assert.Equal([$"refused: {code}"], _script.Hear($"ERROR {code} because"));
    }

    [Theory]
    [InlineData(ErrorCodes.Busy)]
    [InlineData(ErrorCodes.ShuttingDown)]
    [InlineData(ErrorCodes.Idle)]
    [InlineData(ErrorCodes.TooSlow)]
    [InlineData(ErrorCodes.Replaced)]
    public void What_may_pass_is_tried_again_on_another_connection(string code)
    {
        _script.Connect();
        Assert.Equal(["reconnect: because"], _script.Hear($"ERROR {code} because"));
        _script.Lose();
        _script.Connect();
        _script.Hear("JOINED cup X 1/2");
        Assert.Equal(["reconnect: because"], _script.Hear($"ERROR {code} because"));
    }

    [Fact]
    public void A_message_that_is_too_early_may_be_followed_by_another()
    {
        Join();
        _script.Send("Alice");

        Assert.Equal(["does not count: too-early"], _script.Hear("ERROR too-early wait for READY"));
        Assert.Equal(["ready X Y"], _script.Hear("READY cup X Y"));
        Assert.Equal(["> SEND again", "sent again"], _script.Send("again"));
    }

    [Fact]
    public void Already_sent_is_as_good_as_received()
    {
        Join();
        _script.Send("Alice");

        Assert.Equal(["received Alice"], _script.Hear("ERROR already-sent the first one counts"));
    }

    [Fact]
    public void A_message_too_late_for_its_round_asks_for_the_verdict()
    {
        Join();
        _script.Send("Alice");

        Assert.Equal(["> RESULT cup"], _script.Hear("ERROR too-late decided before"));
        Assert.Equal(["decided 7 Y: Bob []", "end"], _script.Hear("VERDICT cup 7 Y: Bob"));
    }

    internal static ConversationScript Contender(int? of = 2, string? text = null) => new(new ContenderConversation(
        RoundName.Parse("cup"),
        ContenderId.Parse("X"),
        new JoinOptions { Of = of, Key = SessionKey.Parse("k") },
        text));

    private void Join()
    {
        _script.Connect();
        _script.Hear("JOINED cup X 1/2");
    }
}
