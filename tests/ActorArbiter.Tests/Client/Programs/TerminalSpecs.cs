using System.Net;
using System.Net.Sockets;
using ActorArbiter.Server;
using ActorArbiter.Tests.RawTcp;
using ActorClient;
using static ActorArbiter.Tests.Client.ArbiterClients;

namespace ActorArbiter.Tests.Client.Programs;

/// <summary>The program as a person sees it, at a terminal.</summary>
public sealed class TerminalSpecs : IAsyncLifetime
{
    private const string Usual = "TERM=xterm LC_ALL=C.UTF-8 NO_COLOR=";

    private ArbiterFixture _server = null!;
    private ArbiterClient _client = null!;

    public async Task InitializeAsync()
    {
        _server = await ArbiterFixture.StartAsync();
        _client = Of(_server.EndPoints[0]);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
    }

    [TerminalFact]
    public async Task A_round_is_one_live_line_and_then_a_table()
    {
        using var terminal = Start(Usual, "--round", "final", "--wait", "X", "Alice");
        await terminal.ShowsAsync("\r\e[Kfinal: 1 of 2 seated (X); Enter sends Alice");
        await using var y = await _client.JoinAsync(Final, Y);
        await terminal.ShowsAsync("\r\e[Kfinal: ready: X, Y; Enter sends Alice");
        await y.SendAsync("Bob");
        await terminal.TypeAsync("\r");

        Assert.Equal(ExitCodes.Replied, await terminal.ExitCodeAsync());
        Assert.Contains("\r\nClient X: Alice\r\n", terminal.Text, StringComparison.Ordinal);
        Assert.Contains("\r\e[K╭───────┬────┬", terminal.Text, StringComparison.Ordinal);
        Assert.Contains("\e[1;32mY\e[0m", terminal.Text, StringComparison.Ordinal);
        Assert.EndsWith("╯\r\nY: Bob received before X: Alice\r\n", terminal.Text, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task Enter_that_is_pressed_while_there_is_no_server_sends_nothing()
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        using var terminal = PseudoTerminal.Start(
            Usual, 80, "--port", $"{address.Port}", "--round", "final", "--deadline", "1s", "--wait", "X", "Alice");
        await terminal.ShowsAsync($"waiting for {address} ...");
        await terminal.TypeAsync("\r");
        await terminal.ShowsAsync($"waiting for {address} ...\r\n");

        await using var server = await ArbiterFixture.StartAsync(
            options => options with { Listeners = [new ListenerOptions(1, address, ListenerProfile.Classic)] });

        Assert.Equal(ExitCodes.NoVerdict, await terminal.ExitCodeAsync());
        Assert.Contains("Enter sends Alice", terminal.Text, StringComparison.Ordinal);
        Assert.Contains("final has expired", terminal.Text, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task Format_characters_of_others_do_not_reach_the_terminal()
    {
        await _client.ClaimAsync(Final, X, "\u202Eecila").WaitAsync(Patience);
        using var terminal = Start(Usual, "result", "final");

        Assert.Equal(ExitCodes.Replied, await terminal.ExitCodeAsync());
        Assert.EndsWith("X: \uFFFDecila\r\n", terminal.Text, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task A_terminal_that_can_do_nothing_is_sent_plain_lines()
    {
        using var terminal = Start("TERM=dumb LC_ALL=C", "--round", "final", "X", "Alice");
        await terminal.ShowsAsync("final: X is seated, 1 of 2\r\n");
        await using var y = await _client.JoinAsync(Final, Y);
        await y.SendAsync("Bob");

        Assert.Equal(ExitCodes.Replied, await terminal.ExitCodeAsync());
        Assert.DoesNotContain('\e', terminal.Text);
        Assert.True(System.Text.Ascii.IsValid(terminal.Text), terminal.Text);
    }

    [TerminalFact]
    public async Task A_narrow_terminal_is_not_written_beyond_its_edge()
    {
        using var terminal = PseudoTerminal.Start(
            $"{Usual}1", 20, WithPort(["--round", "final", "X", "Alice"]));
        await terminal.ShowsAsync("\r\e[Kfinal: 1 of 2 se...");
        await using var y = await _client.JoinAsync(Final, Y);
        await y.SendAsync("Bob");

        Assert.Equal(ExitCodes.Replied, await terminal.ExitCodeAsync());
        Assert.Contains("\r\e[K1/2 ", terminal.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[1", terminal.Text, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task Ctrl_C_leaves_the_round_and_takes_the_live_line_away()
    {
        using var terminal = Start(Usual, "--round", "final", "X", "Alice");
        await terminal.ShowsAsync("final: 1 of 2 seated (X) ...");

        await terminal.TypeAsync("\u0003");

        Assert.Equal(ExitCodes.Interrupted, await terminal.ExitCodeAsync());
        Assert.EndsWith("\r\e[K", terminal.Text, StringComparison.Ordinal);
        await using var again = await _client.JoinAsync(Final, X).WaitAsync(Patience);
    }

    [TerminalFact]
    public async Task Ctrl_C_reaches_the_winners_command_once_and_does_not_end_the_claim()
    {
        const string Command = "trap 'n=x$n' INT; echo started; read a; read b; echo \"got <$n>\"; exit 9";
        using var terminal = Start(Usual, "claim", "deploy", "--as", "a", "--", "bash", "-c", Command);
        await terminal.ShowsAsync("started\r\n");

        await terminal.TypeAsync("\u0003");
        await terminal.ShowsAsync("^C");
        await terminal.TypeAsync("one\rtwo\r");

        Assert.Equal(9, await terminal.ExitCodeAsync());
        Assert.Contains("got <x>", terminal.Text, StringComparison.Ordinal);
    }

    [TerminalFact]
    public async Task A_watcher_is_shown_the_table_too()
    {
        await using var x = await _client.JoinAsync(Final, X);
        await using var y = await _client.JoinAsync(Final, Y);
        await Task.WhenAll(x.SendAsync("Alice"), y.SendAsync("Bob"), x.Outcome).WaitAsync(Patience);
        using var terminal = Start(Usual, "watch", "final");

        Assert.Equal(ExitCodes.Replied, await terminal.ExitCodeAsync());
        Assert.Contains("│ place │ id │", terminal.Text, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private PseudoTerminal Start(string environment, params string[] arguments) =>
        PseudoTerminal.Start(environment, 80, WithPort(arguments));

    // In front of what belongs to a command of its own.
    private IEnumerable<string> WithPort(string[] arguments) =>
        arguments.Prepend($"{_server.EndPoints[0].Port}").Prepend("--port");
}
