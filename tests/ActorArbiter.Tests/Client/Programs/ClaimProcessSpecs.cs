using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using TestSupport;

namespace ActorArbiter.Tests.Client.Programs;

/// <summary><c>ActorClient claim</c> as a script sees it.</summary>
public sealed class ClaimProcessSpecs : IAsyncLifetime
{
    private const int ClaimsAtOnce = 10;

    private ArbiterFixture _server = null!;

    public async Task InitializeAsync() => _server = await ArbiterFixture.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Of_three_that_claim_at_once_one_runs_its_command_and_the_others_name_it()
    {
        for (var i = 0; i < ClaimsAtOnce; i++)
        {
            var claims = new[] { "a", "b", "c" }
                .Select(id => Claim($"deploy-{i}", id, "--", "sh", "-c", $"echo {id} $ARBITER_ROUND $ARBITER_NUMBER"))
                .ToArray();
            var ends = await Task.WhenAll(claims.Select(EndOfAsync));
            Array.ForEach(claims, claim => claim.Dispose());

            var won = Assert.Single(ends, end => end.Code == 0);
            var words = Assert.Single(won.Out).Split(' ');
            Assert.Equal($"deploy-{i}", words[1]);
            Assert.All(ends.Where(end => end != won), lost =>
            {
                Assert.Equal(ExitCodes.Lost, lost.Code);
                Assert.Empty(lost.Out);
                Assert.Equal([$"lost: {words[0]} has deploy-{i} (number {words[2]})"], lost.Error);
            });
        }
    }

    [Fact]
    public async Task Without_a_command_the_winner_is_told_the_number_and_its_own_id_does_not_win_again()
    {
        var first = await RunAsync("deploy", "a");
        var again = await RunAsync("deploy", "a", "--lost-code", "3");
        var number = Assert.Single(first.Out);

        Assert.Equal((0, 3), (first.Code, again.Code));
        Assert.True(long.Parse(number, provider: null) > 0);
        Assert.Equal([$"won: a has deploy (number {number})"], first.Error);
        Assert.Empty(again.Out);
        Assert.Equal([$"lost: a has deploy (number {number})"], again.Error);
    }

    [Fact]
    public async Task The_same_id_and_text_win_again() =>
        Assert.Equal(
            (await RunAsync("deploy", "a", "--text", "mine")).Out, (await RunAsync("deploy", "a", "--text", "mine")).Out);

    [Theory]
    [InlineData(7, "sh", "-c", "exit 7")]
    [InlineData(137, "sh", "-c", "kill -9 $$")]
    [InlineData(141, "sh", "-c", "kill -PIPE $$")]
    [InlineData(75, "sh", "-c", "exit 75")]
    [InlineData(0, "echo", "--json", "--", "x")]
    public async Task The_winner_exits_as_its_command_does(int code, params string[] command)
    {
        var end = await RunAsync("deploy", "a", ["--", .. command]);

        Assert.Equal(code, end.Code);
        Assert.Equal(code == 0 ? ["--json -- x"] : [], end.Out);
        Assert.Empty(end.Error);
    }

    [Theory]
    [InlineData(ExitCodes.CommandNotFound, "no-such-command: command not found", "no-such-command")]
    [InlineData(ExitCodes.CommandNotFound, "/no/such: command not found", "/no/such")]
    [InlineData(ExitCodes.CannotExecute, "/etc/passwd: not executable", "/etc/passwd")]
    [InlineData(ExitCodes.CannotExecute, "/etc: not executable", "/etc")]
    public async Task A_command_that_cannot_be_run_is_told_as_shells_do(int code, string line, string command)
    {
        var end = await RunAsync("deploy", "a", "--", command);

        Assert.Equal(code, end.Code);
        Assert.Equal([line], end.Error);
    }

    /// <summary>The shell looks for signals between commands: one that comes right before a read of its own would wait for that.</summary>
    [Fact]
    public async Task A_command_reads_the_input_and_is_sent_the_signals_that_come_while_it_runs()
    {
        using var claim = ProcessRunner.StartWithInput(
            "ActorClient",
            Arguments("deploy", "a", "--", "sh", "-c", "trap 'exit 9' TERM; read line; echo \"$line\"; while :; do sleep 0.1; done"));
        await claim.Input.WriteLineAsync("ready");
        Assert.Equal("ready", await claim.Output.Next());

        claim.Send(ProcessSignal.Terminate);

        Assert.Equal(9, await claim.ExitCode());
    }

    [Fact]
    public async Task A_signal_that_comes_as_soon_as_the_command_runs_reaches_it()
    {
        const string Command = "trap 'exit 9' TERM; echo ready; while :; do sleep 0.1; done";
        for (var i = 0; i < ClaimsAtOnce; i++)
        {
            using var claim = Claim($"deploy-{i}", "a", "--", "sh", "-c", Command);
            Assert.Equal("ready", await claim.Output.Next());
            claim.Send(ProcessSignal.Terminate);
            Assert.Equal(9, await claim.ExitCode());
        }
    }

    [Fact]
    public async Task A_script_that_does_not_say_what_interprets_it_is_run_by_the_shell_and_a_link_to_nothing_is_no_command()
    {
        var folder = Directory.CreateTempSubdirectory("claim");
        try
        {
            var script = Path.Combine(folder.FullName, "script");
            await File.WriteAllTextAsync(script, "echo $1; exit 9\n");
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            var link = Path.Combine(folder.FullName, "link");
            File.CreateSymbolicLink(link, Path.Combine(folder.FullName, "nothing"));

            var run = await RunAsync("one", "a", "--", script, "x y");
            var none = await RunAsync("two", "a", "--", link);

            Assert.Equal((9, "x y"), (run.Code, Assert.Single(run.Out)));
            Assert.Equal((ExitCodes.CommandNotFound, $"{link}: command not found"), (none.Code, Assert.Single(none.Error)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_program_is_told_all_of_it_in_JSON()
    {
        using var claim = Claim("deploy", "a", "--json", "--", "echo", "done");
        var (code, lines, _) = await EndOfAsync(claim);

        Assert.Equal((0, "done"), (code, lines[^1]));
        var names = lines[..^1].Select(line => JsonDocument.Parse(line).RootElement.GetProperty("event").GetString());
        Assert.Equal(["claim", "verdict"], names.Reverse().Take(2));
    }

    [FullDiskFact]
    public async Task The_winner_runs_its_command_though_nobody_can_be_told_that_it_won()
    {
        using var claim = ProcessRunner.StartWith(
            ["sh", "-c", "exec \"$@\" > /dev/full", "sh"],
            "ActorClient",
            Arguments("deploy", "a", "--json", "--", "sh", "-c", "echo ran >&2; exit 9"));
        var (code, _, error) = await EndOfAsync(claim);

        Assert.Equal((9, "ran", 2), (code, error[^1], error.Length));
    }

    [FullDiskFact]
    public async Task A_loser_is_one_though_nobody_can_be_told()
    {
        await RunAsync("deploy", "a");
        using var claim = ProcessRunner.StartWith(
            ["sh", "-c", "exec \"$@\" 2> /dev/full", "sh"], "ActorClient", Arguments("deploy", "b"));

        Assert.Equal(ExitCodes.Lost, await claim.ExitCode());
    }

    [FullDiskFact]
    public async Task A_winner_without_a_command_that_cannot_be_told_its_number_has_failed()
    {
        using var claim = ProcessRunner.StartWith(
            ["sh", "-c", "exec \"$@\" > /dev/full", "sh"], "ActorClient", Arguments("deploy", "a", "--json"));

        Assert.Equal(ExitCodes.Failed, await claim.ExitCode());
        Assert.Single(await claim.Error.Rest());
    }

    [Fact]
    public async Task A_signal_before_the_outcome_ends_the_claim()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var claim = ProcessRunner.Start(
            "ActorClient", "claim", "deploy", "--as", "a", "--port", $"{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var silent = await listener.AcceptSocketAsync().WaitAsync(ProcessRunner.Patience);

        claim.Send(ProcessSignal.Interrupt);

        Assert.Equal(ExitCodes.Interrupted, await claim.ExitCode());
        Assert.Empty(await claim.Output.Rest());
        Assert.Empty(await claim.Error.Rest());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_the_timeout()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var claim = ProcessRunner.Start(
            "ActorClient",
            ["claim", "deploy", "--as", "a", "--port", $"{((IPEndPoint)listener.LocalEndpoint).Port}", "--timeout", "500ms"]);

        Assert.Equal(ExitCodes.TimedOut, await claim.ExitCode());
        Assert.StartsWith("timed out after 500ms", Assert.Single(await claim.Error.Rest()), StringComparison.Ordinal);
    }

    private static async Task<(int Code, string[] Out, string[] Error)> EndOfAsync(ProcessRunner process) =>
        (await process.ExitCode(), await process.Output.Rest(), await process.Error.Rest());

    private async Task<(int Code, string[] Out, string[] Error)> RunAsync(
        string round, string id, params string[] arguments)
    {
        using var claim = Claim(round, id, arguments);
        return await EndOfAsync(claim);
    }

    private ProcessRunner Claim(string round, string id, params string[] arguments) =>
        ProcessRunner.Start("ActorClient", Arguments(round, id, arguments));

    private string[] Arguments(string round, string id, params string[] arguments) =>
        ["claim", round, "--as", id, "--port", $"{_server.EndPoints[0].Port}", .. arguments];
}
