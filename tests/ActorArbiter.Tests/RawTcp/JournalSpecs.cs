using ActorArbiter.Journal;
using ActorArbiter.Journal.Storage;
using ActorArbiter.Tests.RawTcp.Sessions;

namespace ActorArbiter.Tests.RawTcp;

/// <summary>A server that keeps its verdicts, seen from its clients.</summary>
public sealed class JournalSpecs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal");

    private string Journal => Path.Combine(_folder.FullName, "arbiter.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Numbers_begin_at_1_count_the_rounds_of_all_profiles_and_go_on_after_a_restart()
    {
        await using (var server = await StartAsync())
        {
            Assert.Equal(1, await DecideAsync(server, "one"));
            await server.ExpectGoodRoundAsync();
            Assert.Equal(3, await DecideAsync(server, "three"));
            await server.TranscriptAsync();
        }

        await using var next = await StartAsync();
        Assert.Equal(4, await DecideAsync(next, "four"));
    }

    [Fact]
    public async Task A_round_that_was_decided_before_a_restart_is_told_as_it_was()
    {
        string[] told;
        await using (var server = await StartAsync())
        {
            await DecideAsync(server, "final");
            using var asker = await server.ConnectAsync();
            told = await ResultAsync(asker);
            await server.TranscriptAsync();
        }

        await using var next = await StartAsync();
        using var client = await next.ConnectAsync();
        Assert.Equal(told, await ResultAsync(client));
        await client.AskAsync("WATCH final", told);
        await client.AskAsync("JOIN final Z of=9\nPING", [.. told, "PONG"]);
        await client.AskAsync("JOIN other Z", "JOINED other Z 1/2");
    }

    [Fact]
    public async Task Of_a_round_that_was_pruned_the_winner_is_told()
    {
        await using (var server = await StartAsync(keep: 1))
        {
            await DecideAsync(server, "final");
            using var claimant = await server.ConnectAsync();
            await claimant.SendAsync("JOIN claim X of=1 brief=yes\nSEND token\n");
            Assert.Equal("VERDICT claim 2 X: token\n", await claimant.ReadLineAsync());
            await DecideAsync(server, "last");
            await server.TranscriptAsync();
        }

        await using var next = await StartAsync(keep: 1);
        using var client = await next.ConnectAsync();
        await client.AskAsync(
            "RESULT final",
            "ERROR pruned round final was decided as number 1, and of its 2 contenders the winner alone is kept: X: Alice");
        await client.AskAsync("RESULT claim", "VERDICT claim 2 X: token");
        Assert.Equal(4, await DecideAsync(next, "four"));
    }

    [Fact]
    public async Task When_a_verdict_cannot_be_recorded_nobody_is_told_it_and_the_server_ends_and_says_why()
    {
        await using var server = await StartAsync();
        await DecideAsync(server, "before");
        using var x = await server.AskAsync("JOIN final X", "JOINED final X 1/2");
        using var y = await server.AskAsync("JOIN final Y", "JOINED final Y 2/2", "READY final X Y");
        using var undecided = await server.AskAsync("JOIN other X", "JOINED other X 1/2");
        using var waiting = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");
        using (var database = JournalDatabase.OpenToWrite(Journal))
            database.Execute("CREATE TRIGGER no BEFORE INSERT ON verdicts BEGIN SELECT RAISE(ABORT, 'no more'); END");

        await x.SendAsync("SEND Alice\n");
        await y.SendAsync("SEND Bob\n");

        var heard = await x.ReadToEndAsync() + await y.ReadToEndAsync();
        Assert.DoesNotContain("VERDICT", heard);
        Assert.DoesNotContain("PLACE", heard);
        Assert.EndsWith("ERROR shutting-down the server is stopping\n", heard);
        Assert.Equal("ERROR shutting-down the server is stopping\n", await undecided.ReadToEndAsync());
        Assert.Equal("ERROR shutting-down the server is stopping\n", await waiting.ReadToEndAsync());
        var failure = await server.EndedAsync();
        Assert.StartsWith($"the journal {Journal} cannot be used: ", failure, StringComparison.Ordinal);
        Assert.Contains("no more", failure);
        using var reader = new JournalReader(Journal);
        Assert.Equal(1, reader.LastNumber());
    }

    [Fact]
    public async Task A_journal_that_takes_too_long_at_the_end_is_not_waited_for_and_nobody_is_told_what_it_may_record()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Journal = new JournalOptions(Journal),
            DrainTimeout = TimeSpan.FromMilliseconds(300),
        });
        using var x = await server.AskAsync("JOIN final X brief=yes\nPING", "PONG");
        using var y = await server.AskAsync("JOIN final Y brief=yes\nPING", "PONG");
        using var database = JournalDatabase.OpenToWrite(Journal);
        database.Execute("BEGIN IMMEDIATE");
        await x.SendAsync("SEND Alice\nPING\n");
        await x.ExpectLinesAsync("PONG");
        await y.SendAsync("SEND Bob\nPING\n");
        await y.ExpectLinesAsync("PONG");

        server.Stop();

        Assert.Equal("ERROR shutting-down the server is stopping\n", await x.ReadToEndAsync());
        Assert.Equal("ERROR shutting-down the server is stopping\n", await y.ReadToEndAsync());
        Assert.Equal(
            $"the journal {Journal} did not record the last verdicts within 300ms: nobody was told them, and they may be recorded "
                + "all the same",
            await server.EndedAsync());
        database.Rollback();
    }

    [Fact]
    public async Task When_the_journal_is_deleted_no_verdict_is_told_any_more()
    {
        await using var server = await StartAsync();
        await DecideAsync(server, "before");
        File.Delete(Journal);
        using var x = await server.SendAsync("Client X: Alice\n");
        using var y = await server.SendAsync("Client Y: Bob\n");
        Assert.Equal("ERROR shutting-down the server is stopping\n", await x.ReadToEndAsync());
        Assert.Equal("ERROR shutting-down the server is stopping\n", await y.ReadToEndAsync());
        Assert.StartsWith(
            $"the journal {Journal} cannot be used: arbiter.db was deleted, moved or replaced while it was in use; ",
            await server.EndedAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everyone_who_is_told_is_told_what_the_journal_says()
    {
        const int Rounds = 50;
        await using var server = await StartAsync();
        var numbers = await Task.WhenAll(Enumerable.Range(0, Rounds).Select(round => DecideAsync(server, $"round-{round}")));
        Assert.Equal(Enumerable.Range(1, Rounds).Select(number => (long)number), numbers.Order());
        using var reader = new JournalReader(Journal);
        var records = reader.Read(after: 0, atMost: 100);
        Assert.Equal(
            numbers.Select((number, round) => ($"round-{round}", number)).OrderBy(each => each.number),
            records.Select(record => ($"{record.Round}", record.Number)));
        await server.TranscriptAsync();
    }

    private static async Task<long> DecideAsync(ArbiterFixture server, string name)
    {
        using var round = await RoundOfTwo.StartAsync(server, name);
        return await round.DecideAsync();
    }

    private static async Task<string[]> ResultAsync(RawClient client)
    {
        await client.SendAsync("RESULT final\n");
        string[] lines = [await client.ReadLineAsync(), await client.ReadLineAsync(), await client.ReadLineAsync()];
        return [.. lines.Select(line => line.TrimEnd('\n'))];
    }

    private Task<ArbiterFixture> StartAsync(int? keep = null) =>
        ArbiterFixture.StartAsync(options => options with { Journal = new JournalOptions(Journal, keep) });
}
