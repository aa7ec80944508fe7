using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.History;

/// <summary>The checker finds each thing that must not happen, in histories written by hand.</summary>
public sealed class HistoryCheckerSpecs
{
    private const string XBeforeY = "VERDICT r 7 X: a received before Y: b";
    private const string XIsFirst = "PLACE r 1/2 X +0ns kernel";
    private const string YIsSecond = "PLACE r 2/2 Y +5.00us kernel";

    /// <summary>X's message is received after Y's was said.</summary>
    private static readonly HistoryEvent[] Overlapping =
        [Said(1, "X", "a"), Said(2, "Y", "b"), Told(3, "X", "RECEIVED r X: a"), Told(4, "Y", "RECEIVED r Y: b")];

    private static readonly HistoryEvent[] ToldToBoth =
    [
        Told(5, "X", XIsFirst), Told(5, "X", YIsSecond), Told(5, "X", XBeforeY),
        Told(6, "Y", XIsFirst), Told(6, "Y", YIsSecond), Told(6, "Y", XBeforeY),
    ];

    [Fact]
    public void A_round_as_it_should_be_has_no_violation() => Finds([.. Overlapping, .. ToldToBoth]);

    [Fact]
    public void Two_verdicts_are_a_disagreement() => Finds(
        [.. Overlapping, .. ToldToBoth[..^1], Told(6, "Y", XBeforeY + " ")],
        $"told were '{XBeforeY}' and '{XBeforeY} '");

    [Fact]
    public void Two_lines_of_a_place_are_a_disagreement() => Finds(
        [.. Overlapping, .. ToldToBoth, Told(7, "w", XIsFirst), Told(7, "w", "PLACE r 2/2 Y +6.00us kernel"), Told(7, "w", XBeforeY)],
        $"told were '{YIsSecond}' and 'PLACE r 2/2 Y +6.00us kernel'",
        "X was told 1 verdicts, and 2 places of 3",
        "Y was told 1 verdicts, and 2 places of 3",
        "w was told 1 verdicts, and 2 places of 3",
        $"the places '{XIsFirst}', '{YIsSecond}', 'PLACE r 2/2 Y +6.00us kernel' are not those of 'X: a received before Y: b'");

    [Fact]
    public void A_round_without_a_verdict_is_a_violation() => Finds(
        [Said(1, "X", "a")], "nobody was told a verdict");

    [Fact]
    public void A_client_that_was_told_a_part_is_a_violation_unless_it_was_cut_off()
    {
        HistoryEvent[] parts = [.. Overlapping, .. ToldToBoth[..4], ToldToBoth[5]];
        Finds(parts, "Y was told 1 verdicts, and 1 places of 2");
        Finds([.. parts, new HistoryEvent.Lost(6, "Y")]);
    }

    [Fact]
    public void A_hole_in_the_places_is_a_violation() => Finds(
        [.. Overlapping, Told(5, "X", "PLACE r 1/3 X +0ns kernel"), Told(5, "X", "PLACE r 3/3 Y +0ns kernel"), Told(5, "X", XBeforeY)],
        "the places 'PLACE r 1/3 X +0ns kernel', 'PLACE r 3/3 Y +0ns kernel' are not those of 'X: a received before Y: b'");

    [Fact]
    public void A_message_with_two_places_is_a_violation() => Finds(
        [
            .. Overlapping, Told(5, "X", XIsFirst), Told(5, "X", "PLACE r 2/2 X +0ns kernel"),
            Told(5, "X", "VERDICT r 7 X: a received before X: a"),
        ],
        "X has 2 places",
        "'Y: b' was received and has no place");

    [Fact]
    public void A_place_of_a_message_that_nobody_said_is_a_violation() => Finds(
        [Overlapping[0], Overlapping[2], .. ToldToBoth], "nobody said 'Y: b'");

    [Fact]
    public void A_message_that_was_received_and_has_no_place_is_a_violation() => Finds(
        [.. Overlapping, Told(5, "X", "PLACE r 1/1 X +0ns kernel"), Told(5, "X", "VERDICT r 7 X: a")],
        "1 messages have places, not 2 to 2",
        "'Y: b' was received and has no place");

    [Fact]
    public void A_message_may_lose_a_claim() => Finds(
        RoundKind.Claim,
        [.. Overlapping, Told(5, "X", "PLACE r 1/1 X +0ns kernel"), Told(5, "X", "VERDICT r 7 X: a")]);

    [Fact]
    public void Of_a_claim_there_is_one_place() => Finds(
        RoundKind.Claim, [.. Overlapping, .. ToldToBoth], "2 messages have places, not 1 to 1");

    [Fact]
    public void A_message_may_be_late_for_a_window_if_it_is_told_so_or_cut_off()
    {
        HistoryEvent[] late =
            [.. Overlapping, Told(5, "X", "PLACE r 1/1 X +0ns kernel"), Told(5, "X", "VERDICT r 7 X: a")];
        Finds(RoundKind.Window, late, "'Y: b' was received and has no place");
        Finds(RoundKind.Window, [.. late, Told(6, "Y", "ERROR too-late too late")]);
        Finds(RoundKind.Window, [.. late, new HistoryEvent.Lost(6, "Y")]);
    }

    [Fact]
    public void Two_messages_of_a_contender_are_a_violation() => Finds(
        [.. Overlapping, .. ToldToBoth, Said(7, "X", "c"), Told(8, "X", "RECEIVED r X: c")],
        "'X: c' was received and has no place",
        "X was received with 'a' and 'c'");

    [Fact]
    public void A_message_that_was_received_before_another_was_said_stands_before_it() => Finds(
        [Said(1, "Y", "b"), Told(2, "Y", "RECEIVED r Y: b"), Said(3, "X", "a"), .. ToldToBoth],
        "'Y: b' was received before 'X: a' was said, and does not stand before it");

    [Fact]
    public void Who_was_received_before_another_one_spoke_does_not_lose_a_claim_to_it() => Finds(
        RoundKind.Claim,
        [
            Said(1, "Y", "b"), Told(2, "Y", "RECEIVED r Y: b"), Said(3, "X", "a"),
            Told(5, "X", "PLACE r 1/1 X +0ns kernel"), Told(5, "X", "VERDICT r 7 X: a"),
        ],
        "'Y: b' was received before 'X: a' was said, and does not stand before it");

    [Fact]
    public void Numbers_do_not_go_back_or_repeat()
    {
        var first = new RoundHistory("r", RoundKind.Full, 2, [.. Overlapping, .. ToldToBoth]);
        Assert.Empty(HistoryChecker.Violations([first, Later(number: 8)]));
        Assert.Equal(
            ["round r was told before round s was complete, and has the greater number"],
            HistoryChecker.Violations([first, Later(number: 6)]));
        Assert.Contains("rounds r and s have the number 7", HistoryChecker.Violations([first, Later(number: 7)]));

        static RoundHistory Later(int number) => new(
            "s",
            RoundKind.Claim,
            1,
            [Said(10, "X", "a"), Told(11, "X", "PLACE s 1/1 X +0ns kernel"), Told(11, "X", $"VERDICT s {number} X: a")]);
    }

    private static void Finds(HistoryEvent[] events, params string[] violations) => Finds(RoundKind.Full, events, violations);

    private static void Finds(RoundKind kind, HistoryEvent[] events, params string[] violations) => Assert.Equal(
        violations.Select(violation => $"round r: {violation}"),
        HistoryChecker.Violations([new RoundHistory("r", kind, 2, events)]));

    private static HistoryEvent.Said Said(long at, string id, string text) => new(at, id, text);

    private static HistoryEvent.Told Told(long at, string id, string line)
    {
        Assert.True(SessionReply.TryParse(line, out var reply), line);
        return new HistoryEvent.Told(at, id, reply);
    }
}
