using System.Diagnostics;
using ActorArbiter.Journal;
using ActorArbiter.Tests.Journal;
using TestSupport;

namespace ActorArbiter.Tests.Process;

/// <summary>The commands that read a journal, as programs: what they print, how they end.</summary>
public sealed class JournalProcessSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_running_servers_journal_can_be_read_exported_and_verified()
    {
        using var server = await ArbiterProcess.StartAsync("--port", "0", "--contenders", "1", "--journal", _folder.File);
        using (var x = await server.SendAsync("Client X: Alice\n"))
            Assert.Equal("X: Alice\n", await x.ReadToEndAsync());

        var log = Assert.Single((await RunAsync("log", "--journal", _folder.File)).Output);
        Assert.Matches(@"^1  \d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}Z  -  X: Alice  \[[a-z-]+\]$", log);
        var json = Assert.Single((await RunAsync("export", "--journal", _folder.File)).Output);
        Assert.StartsWith("{\"number\":1,\"round\":null,\"contenders\":1,\"winner\":\"X: Alice\",", json, StringComparison.Ordinal);
        var csv = (await RunAsync("export", "--format", "csv", "--journal", _folder.File)).Output;
        Assert.Equal(2, csv.Length);
        var verified = Assert.Single((await RunAsync("verify", "--journal", _folder.File)).Output);
        Assert.StartsWith("1 record, whole; the last is 1:", verified, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_verify_prints_is_expected_the_next_time()
    {
        _folder.Fill(5);
        var (exitCode, output, _) = await RunAsync("verify", "--journal", _folder.File);
        Assert.Equal(0, exitCode);
        var last = Assert.Single(output).Split(' ')[^1];
        Assert.Equal(0, (await RunAsync("verify", "--journal", _folder.File, "--expect", last)).ExitCode);
        _folder.Execute("DELETE FROM verdicts WHERE number = 5; DELETE FROM details WHERE number = 5");

        var cut = await RunAsync("verify", "--journal", _folder.File, "--expect", last);

        Assert.Equal(1, cut.ExitCode);
        Assert.Empty(cut.Output);
        Assert.Contains("record 5 is missing", Assert.Single(cut.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProcessSignal.Interrupt)]
    [InlineData(ProcessSignal.Terminate)]
    public async Task A_followed_journal_shows_new_records_until_a_signal(ProcessSignal signal)
    {
        _folder.Fill(3);
        using var log = ProcessRunner.Start("ActorArbiter", "log", "--last", "1", "--follow", "--journal", _folder.File);
        Assert.StartsWith("3  ", await log.Output.Next(), StringComparison.Ordinal);

        using (var store = JournalStore.Open(_folder.Options))
        {
            store.Append([JournalFolder.Entry(4)]);
            Assert.StartsWith("4  ", await log.Output.Next(), StringComparison.Ordinal);
            store.Append([JournalFolder.Entry(5), JournalFolder.Entry(6)]);
            Assert.StartsWith("5  ", await log.Output.Next(), StringComparison.Ordinal);
            Assert.StartsWith("6  ", await log.Output.Next(), StringComparison.Ordinal);
        }

        log.Send(signal);
        Assert.Equal(0, await log.ExitCode());
        Assert.Empty(await log.Output.Rest());
        Assert.Empty(await log.Error.Rest());
    }

    [Fact]
    public async Task A_followed_round_is_waited_for()
    {
        _folder.Fill(3);
        using var store = JournalStore.Open(_folder.Options);
        using var log = ProcessRunner.Start("ActorArbiter", "log", "--round", "final", "--follow", "--journal", _folder.File);

        store.Append([JournalFolder.Entry(4, "semifinal"), JournalFolder.Entry(5, "final")]);

        Assert.StartsWith("5  ", await log.Output.Next(), StringComparison.Ordinal);
        Assert.Equal(0, await log.ExitCode());
    }

    [Fact]
    public async Task A_reader_that_has_seen_enough_ends_a_followed_journal_quietly()
    {
        _folder.Fill(3);
        var program = Path.Combine(AppContext.BaseDirectory, "ActorArbiter.dll");
        using var log = System.Diagnostics.Process.Start(
            new ProcessStartInfo("dotnet", [program, "log", "--follow", "--journal", _folder.File])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        using var patience = new CancellationTokenSource(ProcessRunner.Patience);

        Assert.StartsWith("1  ", await log.StandardOutput.ReadLineAsync(patience.Token), StringComparison.Ordinal);
        log.StandardOutput.Close();

        await log.WaitForExitAsync(patience.Token);
        Assert.Equal(0, log.ExitCode);
        Assert.Equal("", await log.StandardError.ReadToEndAsync(patience.Token));
    }

    [Theory]
    [InlineData("--journal x log", "--journal goes behind log: log --journal ...")]
    [InlineData("--config x verify", "--config goes behind verify: verify --config ...")]
    [InlineData("--port 1 log", "--port has no meaning for log")]
    [InlineData("log --port 1", "--port has no meaning for log")]
    [InlineData("serve --last 3", "--last has no meaning for serve")]
    [InlineData("verify --json", "--json has no meaning for verify")]
    [InlineData("log --nonsense", "unknown option --nonsense (--help lists them)")]
    [InlineData("log --journal --json", "unknown option --json (--help lists them)")]
    [InlineData("log --last", "Required argument missing for option: '--last'.")]
    [InlineData("log --last some", "--last is 'some': expected a whole number, or all")]
    [InlineData("log --last 3 --round x", "--last and --round exclude each other: a round has one verdict")]
    [InlineData("log --round a/b", "--round is 'a/b': a round's name has 1 to 64 ASCII letters, digits, '-', '_' or '.'")]
    [InlineData("export --format xml", "--format is 'xml': expected jsonl or csv")]
    [InlineData("verify --expect 12", "--expect is '12': expected NUMBER:HASH, as verify prints it")]
    [InlineData("log --journal off", "arbiter.journal is 'off' (--journal): expected a file to read; name one with --journal FILE")]
    [InlineData("log extra", "'extra' is one argument too many")]
    public async Task Wrong_usage_is_told_in_one_line(string arguments, string error)
    {
        var (exitCode, output, errors) = await RunAsync(arguments.Split(' '));

        Assert.Equal(2, exitCode);
        Assert.Empty(output);
        Assert.Equal([error], errors);
    }

    [Theory]
    [InlineData("log")]
    [InlineData("log --follow")]
    [InlineData("export")]
    [InlineData("verify")]
    public async Task A_journal_that_is_not_there_is_told_in_one_line(string command)
    {
        var (exitCode, output, errors) = await RunAsync([.. command.Split(' '), "--journal", _folder.File]);

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.Equal([$"the journal {_folder.File} cannot be used: there is no such file"], errors);
    }

    private static async Task<(int ExitCode, string[] Output, string[] Error)> RunAsync(params string[] arguments)
    {
        using var command = ProcessRunner.Start("ActorArbiter", arguments);
        return (await command.ExitCode(), await command.Output.Rest(), await command.Error.Rest());
    }
}
