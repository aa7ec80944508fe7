using ActorArbiter.CommandLine;
using ActorArbiter.Journal;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Journal;

namespace ActorArbiter.Tests.CommandLine;

public sealed class LogCommandSpecs : IDisposable
{
    private static readonly LogRequest All = new(long.MaxValue, Round: null, Follow: false, Json: false);

    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, new long[0])]
    [InlineData(2, new long[] { 4, 5 })]
    [InlineData(9, new long[] { 1, 2, 3, 4, 5 })]
    public void The_newest_are_shown_the_oldest_of_them_first(long last, long[] numbers)
    {
        _folder.Fill(5);

        Assert.Equal(numbers, Numbers(Show(All with { Last = last })));
    }

    [Fact]
    public void More_records_than_one_read_gets_are_all_shown()
    {
        _folder.Fill(1234);

        Assert.Equal(Enumerable.Range(1, 1234).Select(number => (long)number), Numbers(Show(All)));
    }

    [Fact]
    public void A_round_is_shown_by_its_name()
    {
        _folder.Fill(5);

        Assert.Equal([3], Numbers(Show(All with { Round = RoundName.Parse("round-3") })));
    }

    [Fact]
    public void A_round_that_is_not_there_is_an_error()
    {
        _folder.Fill(5);

        Assert.Equal(
            $"round round-6 is not in the journal {_folder.File}",
            Assert.Throws<JournalException>(() => Show(All with { Round = RoundName.Parse("round-6") })).Message);
    }

    [Fact]
    public void Records_are_shown_as_JSON_where_that_is_asked_for()
    {
        _folder.Fill(1);

        Assert.StartsWith("{\"number\":1,\"round\":\"round-1\",", Show(All with { Json = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_more_is_read_when_nobody_reads_what_is_shown()
    {
        _folder.Fill(1234);

        Assert.Equal(500, Numbers(Show(All with { Follow = true }, isRead: false)).Length);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("round-7")]
    public void Following_ends_when_the_journal_was_moved_away(string? round)
    {
        _folder.Fill(3);
        using var journal = new JournalReader(_folder.File);
        File.Move(_folder.File, _folder.File + ".old");
        var request = All with { Follow = true, Round = round is null ? null : RoundName.Parse(round) };

        Assert.Contains(
            "arbiter-journal.db was deleted, moved or replaced while it was in use",
            Assert.Throws<JournalException>(() => Show(journal, request)).Message,
            StringComparison.Ordinal);
    }

    private string Show(LogRequest request, bool isRead = true)
    {
        using var journal = new JournalReader(_folder.File);
        return Show(journal, request, isRead);
    }

    private static string Show(JournalReader journal, LogRequest request, bool isRead = true)
    {
        using var output = new CommandOutput(new StringWriter(), () => isRead);
        LogCommand.Show(journal, request, output, CancellationToken.None);
        return output.Text.ToString()!;
    }

    private static long[] Numbers(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => long.Parse(line.Split(' ')[0], null))];
}
