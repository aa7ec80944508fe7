using TestSupport;

namespace ActorArbiter.Tests.Process;

/// <summary>Where a server keeps its journal, and what it says when it cannot.</summary>
public sealed class KeepingServerSpecs : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("journal");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_second_server_on_the_same_journal_is_refused_with_what_to_do_and_the_first_goes_on()
    {
        var journal = Path.Combine(_folder.FullName, "arbiter.db");
        using var first = await ArbiterProcess.StartAsync("--port", "0", "--contenders", "1", "--journal", journal);
        var link = Path.Combine(_folder.FullName, "link.db");
        File.CreateSymbolicLink(link, journal);

        using var second = ProcessRunner.Start("ActorArbiter", "--port", "0", "--journal", link);

        Assert.Equal(1, await second.ExitCode());
        Assert.Empty(await second.Output.Rest());
        Assert.Equal(
            [
                $"the journal {journal} cannot be used: another server uses it; give this one its own with --journal FILE, "
                    + "or none with --journal off",
            ],
            await second.Error.Rest());
        using var x = await first.SendAsync("Client X: Alice\n");
        Assert.Equal("X: Alice\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task Without_an_option_it_is_in_the_working_directory_and_whole_when_the_server_has_ended()
    {
        using var server = await ArbiterProcess.StartInAsync(_folder.FullName, "--port", "0", "--contenders", "1");
        using var x = await server.SendAsync("Client X: Alice\n");
        await x.ReadToEndAsync();
        Assert.Contains("arbiter-journal.db", Files());

        server.Send(ProcessSignal.Terminate);

        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.Equal(["arbiter-journal.db", "arbiter-journal.db-lock"], Files());
    }

    [Theory]
    [InlineData("--once")]
    [InlineData("--journal off")]
    public async Task A_server_that_is_to_keep_none_keeps_none(string arguments)
    {
        using var server = await ArbiterProcess.StartInAsync(
            _folder.FullName, ["--port", "0", "--contenders", "1", .. arguments.Split(' ')]);
        using var x = await server.SendAsync("Client X: Alice\n");
        await x.ReadToEndAsync();
        Assert.Empty(Files());
    }

    [Fact]
    public async Task One_round_is_recorded_when_that_is_asked_for()
    {
        using var server = await ArbiterProcess.StartInAsync(
            _folder.FullName, "--port", "0", "--contenders", "1", "--once", "--journal", "final.db");
        using var x = await server.SendAsync("Client X: Alice\n");
        await x.ReadToEndAsync();
        Assert.Equal(0, await server.ExitCodeAsync());
        Assert.Contains("final.db", Files());
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("--journal demo.db", "demo.db demo.db-lock")]
    public async Task The_demo_records_its_round_when_that_is_asked_for(string arguments, string files)
    {
        using var demo = ProcessRunner.StartIn(
            _folder.FullName, "ActorArbiter", ["demo", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal(0, await demo.ExitCode());
        Assert.Equal(files, string.Join(' ', Files()));
    }

    [Theory]
    [InlineData("folder", "it is a folder; give a file")]
    [InlineData("no/journal.db", "its folder does not exist; make it first")]
    [InlineData("text.db", "it is not a journal; give another file")]
    [InlineData("empty.db", "it is empty, and was not when it was made; delete it to begin anew at number 1")]
    public async Task A_file_that_is_no_journal_is_refused_in_one_line_before_the_server_is_ready(string file, string reason)
    {
        _folder.CreateSubdirectory("folder");
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "text.db"), new string('x', 5000));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "empty.db"), "");
        var journal = Path.Combine(_folder.FullName, file);

        using var server = ProcessRunner.Start("ActorArbiter", "--port", "0", "--journal", journal);

        Assert.Equal(1, await server.ExitCode());
        Assert.Empty(await server.Output.Rest());
        Assert.Equal([$"the journal {journal} cannot be used: {reason}"], await server.Error.Rest());
    }

    private string[] Files() => [.. _folder.GetFiles().Select(file => file.Name).Order()];
}
