namespace ActorArbiter.Tests.Durability;

public sealed class DurabilityCheckerSpecs
{
    private static readonly RecordedVerdict[] Recorded =
    [
        new(1, "one", "X: a received before Y: b"),
        new(2, null, "X: c received before Y: d"),
        new(3, "two", "X: e received before Y: f"),
    ];

    private static readonly ToldVerdict[] Told =
    [
        new("one", 1, "X: a received before Y: b"),
        new("one", 1, "X: a received before Y: b"),
        new(null, null, "X: c received before Y: d"),
        new("two", 3, "X: e received before Y: f"),
    ];

    [Fact]
    public void What_was_told_and_recorded_is_well() => Assert.Empty(DurabilityChecker.Violations(Told, Recorded));

    [Fact]
    public void What_was_recorded_and_not_told_is_well() => Assert.Empty(DurabilityChecker.Violations([], Recorded));

    [Fact]
    public void Records_go_on_behind_those_that_were_there_before() =>
        Assert.Empty(DurabilityChecker.Violations(Told[3..], Recorded[2..], after: 2));

    [Fact]
    public void A_told_verdict_of_a_session_that_is_missing_is_found() =>
        Finds("'VERDICT two 3 X: e received before Y: f' was told and is not recorded", Told, Recorded[..2]);

    [Fact]
    public void A_told_verdict_of_a_round_without_a_name_that_is_missing_is_found() =>
        Finds(
            "'X: g received before Y: h' was told and is not recorded",
            [.. Told, new(null, null, "X: g received before Y: h")],
            Recorded);

    [Fact]
    public void A_sentence_that_changed_is_found() =>
        Finds(
            "'VERDICT one 1 X: a received before Y: b' was told, and recorded is round 'one' with 'Y: b received before X: a'",
            Told,
            [Recorded[0] with { Sentence = "Y: b received before X: a" }, .. Recorded[1..]]);

    [Fact]
    public void A_verdict_that_was_told_with_another_number_later_is_found() =>
        Finds(
            "'VERDICT one 4 X: a received before Y: b' was told and is not recorded",
            [.. Told, new("one", 4, "X: a received before Y: b")],
            Recorded);

    [Fact]
    public void A_number_that_two_rounds_were_told_is_found() =>
        Finds(
            "'VERDICT three 3 X: g received before Y: h' was told, and recorded is round 'two' with 'X: e received before Y: f'",
            [.. Told, new("three", 3, "X: g received before Y: h")],
            Recorded);

    [Fact]
    public void A_gap_in_the_numbers_is_found() =>
        Finds("record 4 follows record 2", Told[..3], [.. Recorded[..2], Recorded[2] with { Number = 4 }]);

    [Fact]
    public void A_gap_behind_the_records_that_were_there_before_is_found() =>
        Finds("record 3 follows record 1", Told[3..], Recorded[2..], after: 1);

    [Fact]
    public void A_number_that_is_there_twice_is_found() =>
        Finds("record 3 follows record 3", Told, [.. Recorded, new(3, "three", "X: g received before Y: h")]);

    [Fact]
    public void A_named_round_that_is_recorded_twice_is_found() =>
        Finds("'one' is recorded as 1 and 4", Told, [.. Recorded, Recorded[0] with { Number = 4 }]);

    [Fact]
    public void A_round_without_a_name_that_is_recorded_twice_is_found() =>
        Finds(
            "'X: c received before Y: d' is recorded as 2 and 4", Told, [.. Recorded, Recorded[1] with { Number = 4 }]);

    private static void Finds(
        string violation, IEnumerable<ToldVerdict> told, IReadOnlyList<RecordedVerdict> recorded, long after = 0) =>
        Assert.Contains(violation, DurabilityChecker.Violations(told, recorded, after));
}
