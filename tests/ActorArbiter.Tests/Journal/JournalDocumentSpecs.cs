using System.Diagnostics;
using ActorArbiter.Journal;
using ActorArbiter.Journal.Storage;

namespace ActorArbiter.Tests.Journal;

/// <summary>docs/journal.md: its recipes do what it says, and its tables are those of a journal.</summary>
public sealed class JournalDocumentSpecs : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_documented_tables_are_those_of_a_journal()
    {
        _folder.Fill(1);
        using var database = JournalDatabase.OpenToRead(_folder.File);

        var tables = database.Text("SELECT group_concat(sql || ';', char(10)) FROM (SELECT sql FROM sqlite_schema ORDER BY rootpage)");

        Assert.Equal(Block("sql"), tables + "\n");
    }

    [ProgramFact("python3")]
    public async Task The_documented_script_follows_the_chain_to_its_end()
    {
        using (var store = JournalStore.Open(_folder.Options with { Keep = 5 }))
        {
            store.Append([.. Enumerable.Range(1, 10).Select(number => JournalFolder.Entry(number, $"round-{number}"))]);
            store.Append([JournalFolder.Entry(11)]);

            var (exitCode, output) = await RunScriptAsync();

            Assert.Equal((0, $"11:{_folder.Read()[^1].Hash}\n"), (exitCode, output));
        }
    }

    [ProgramFact("python3")]
    public async Task The_documented_script_finds_a_flipped_byte()
    {
        _folder.Fill(10);
        var bytes = File.ReadAllBytes(_folder.File);
        var text = bytes.AsSpan().IndexOf("Bob 7"u8);
        bytes[text] ^= 1;
        File.WriteAllBytes(_folder.File, bytes);

        var (exitCode, output) = await RunScriptAsync();

        Assert.Equal((1, "record 7: its details were changed\n"), (exitCode, output));
    }

    [ProgramFact("python3")]
    public async Task The_documented_script_finds_a_record_that_was_taken_out()
    {
        _folder.Fill(10);
        _folder.Execute("DELETE FROM verdicts WHERE number = 4");

        Assert.Equal((1, "record 4 is missing\n"), await RunScriptAsync());
    }

    [ProgramFact("sqlite3", "sha256sum", "bash")]
    public async Task The_documented_commands_compute_the_hashes_of_a_record()
    {
        _folder.Fill(3);

        var (exitCode, output) = await RunAsync("bash", "-c", Block("bash"));

        Assert.Equal(0, exitCode);
        var hashes = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]).ToArray();
        Assert.Equal(4, hashes.Length);
        Assert.Equal(hashes[..2], hashes[2..]);
        Assert.Equal(_folder.Read()[2].Hash, hashes[1]);
    }

    /// <summary>The document's only block in <paramref name="language"/>.</summary>
    private static string Block(string language)
    {
        using var resource = typeof(JournalDocumentSpecs).Assembly.GetManifestResourceStream("journal.md")!;
        using var reader = new StreamReader(resource);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split("```");
        return Assert.Single(parts, part => part.StartsWith(language + "\n", StringComparison.Ordinal))[(language.Length + 1)..];
    }

    private Task<(int ExitCode, string Output)> RunScriptAsync() => RunAsync("python3", "-c", Block("python"), _folder.File);

    private async Task<(int ExitCode, string Output)> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
