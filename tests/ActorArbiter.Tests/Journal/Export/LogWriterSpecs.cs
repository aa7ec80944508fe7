using ActorArbiter.Journal.Export;
using ActorArbiter.Journal.Records;
using ActorArbiter.Protocol;

using static ActorArbiter.Tests.Journal.Export.ExportedRecords;

namespace ActorArbiter.Tests.Journal.Export;

public sealed class LogWriterSpecs
{
    [Fact]
    public void A_record_is_a_line_with_what_its_order_rests_on() => Assert.Equal(
        "1  2026-05-01 17:30:00.250Z  build-7  X: Alice received before Y: Bob  [+312us kernel]\n",
        Line(Of("build-7", Place("X", "Alice"), Place("Y", "Bob", 312_999))));

    [Fact]
    public void A_round_without_a_name_has_a_dash_in_its_place() => Assert.Equal(
        "1  2026-05-01 17:30:00.250Z  -  X: Alice received before Y: Bob  [+? mailbox]\n",
        Line(Of(null, Place("X", "Alice", null, Basis.Mailbox), Place("Y", "Bob", null, Basis.Mailbox))));

    [Fact]
    public void A_claim_has_no_gap() => Assert.Equal(
        "1  2026-05-01 17:30:00.250Z  leader  n1: me  [kernel]\n", Line(Of("leader", Place("n1", "me"))));

    [Fact]
    public void Each_gap_and_each_basis_is_told() => Assert.Equal(
        "1  2026-05-01 17:30:00.250Z  -  X: a received before Y: b received before Z: c  [+1ns +2ns kernel/kernel-late]\n",
        Line(Of(null, Place("X", "a"), Place("Y", "b", 1, Basis.KernelLate, isLate: true), Place("Z", "c", 2))));

    [Fact]
    public void Of_many_contenders_the_first_three_are_shown() => Assert.Equal(
        "1  2026-05-01 17:30:00.250Z  big  c1: t received before c2: t received before c3: t received before 97 more  [+5ns +5ns kernel]\n",
        Line(Big()));

    [Fact]
    public void All_contenders_are_shown_where_that_is_asked_for() => Assert.Contains(
        " received before c100: t  [", Written(output => new LogWriter(output, int.MaxValue), Big()), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "1  (pruned)                  build-7  c1: t\n")]
    [InlineData(3, "1  (pruned)                  build-7  c1: t received before 2 more\n")]
    public void Of_a_pruned_record_the_winner_is_shown_and_how_many_there_were(int contenders, string line) => Assert.Equal(
        line, Line(Of("build-7", [.. Enumerable.Range(1, contenders).Select(number => Place($"c{number}", "t"))]).Pruned()));

    [Theory]
    [InlineData("a\u202eb", @"a\u202eb")]
    [InlineData("\u2066a\u2069", @"\u2066a\u2069")]
    [InlineData("a\u001b[2Jb\u0085", @"a\u001b[2Jb\u0085")]
    [InlineData("Grüße 日本 🎉 שלום", "Grüße 日本 🎉 שלום")]
    public void A_text_neither_moves_the_cursor_nor_turns_the_direction_of_reading(string text, string shown) =>
        Assert.Contains($"X: {shown}  [", Line(Of(null, Place("X", text))), StringComparison.Ordinal);

    private static RecordRow Big() =>
        Of("big", [.. Enumerable.Range(1, 100).Select(number => Place($"c{number}", "t", number == 1 ? 0 : 5))]);

    private static string Line(RecordRow row) => Written(output => new LogWriter(output, maxContenders: 4), row);
}
