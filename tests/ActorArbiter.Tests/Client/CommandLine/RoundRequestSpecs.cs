using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorArbiter.Tests.Client.Terminal;
using ActorClient;
using ActorClient.CommandLine;

namespace ActorArbiter.Tests.Client.CommandLine;

/// <summary>What command lines about named rounds ask for.</summary>
public sealed class RoundRequestSpecs
{
    private readonly ConsoleText _text = new();
    private ClientRequest? _asked;

    private static RoundName Final { get; } = RoundName.Parse("final");

    [Fact]
    public async Task A_round_is_joined_with_what_is_said_of_it_and_may_take_ten_minutes()
    {
        await Invoke("--round", "final", "--of", "3", "--start", "ready", "X", "Alice");

        Assert.Equal(
            new ClientRequest.Join(
                ArbiterClientOptions.Default with { Timeout = TimeSpan.FromMinutes(10) },
                Final,
                new ClientMessage(ContenderId.Parse("X"), "Alice"),
                new RoundTerms { Of = 3, StartReady = true },
                SendMoment.WhenReady,
                Json: false),
            _asked);
    }

    [Theory]
    [InlineData(SendMoment.WhenReady)]
    [InlineData(SendMoment.WhenReady, "--of", "3")]
    [InlineData(SendMoment.AtOnce, "--of", "1")]
    [InlineData(SendMoment.AtOnce, "--window", "1s")]
    [InlineData(SendMoment.AtOnce, "--deadline", "1m")]
    [InlineData(SendMoment.WhenReady, "--deadline", "1m", "--start", "ready")]
    [InlineData(SendMoment.OnEnter, "--wait")]
    [InlineData(SendMoment.OnEnter, "--wait", "--window", "1s")]
    public async Task A_message_is_sent_when_all_are_ready_unless_the_round_may_end_before(
        object moment, params string[] options)
    {
        await Invoke(["--round", "final", "X", "Alice", .. options]);

        Assert.Equal(moment, Asked<ClientRequest.Join>().When);
    }

    [Fact]
    public async Task A_claim_has_a_token_of_its_own_unless_given_one()
    {
        await Invoke("claim", "deploy", "--as", "runner-1");
        var first = Asked<ClientRequest.Claim>();
        await Invoke("claim", "deploy", "--as", "runner-1");
        var second = Asked<ClientRequest.Claim>();
        await Invoke("claim", "deploy", "--as", "runner-1", "--text", "mine", "--lost-code", "0");
        var third = Asked<ClientRequest.Claim>();

        Assert.Equal("runner-1", first.Message.Id.Value);
        Assert.NotEqual(first.Message.Text, second.Message.Text);
        Assert.Equal((75, TimeSpan.FromSeconds(30)), (first.LostCode, first.Server.Timeout));
        Assert.Equal(("mine", 0), (third.Message.Text, third.LostCode));
    }

    [Theory]
    [InlineData]
    [InlineData("make")]
    [InlineData("sh", "-c", "--", "--as", "--timeout", "1s", "--help", "@file", "")]
    public async Task What_is_behind_the_dashes_belongs_to_the_winners_command(params string[] command)
    {
        await Invoke(["claim", "deploy", "--as", "a", "--", .. command]);

        Assert.Equal(command, Asked<ClientRequest.Claim>().Command);
    }

    [Fact]
    public async Task Watching_has_no_end_unless_given_one()
    {
        await Invoke("watch", "final", "--json");
        Assert.Equal(
            new ClientRequest.Watch(
                ArbiterClientOptions.Default with { Timeout = Timeout.InfiniteTimeSpan }, Final, Json: true),
            _asked);

        await Invoke("watch", "final", "--timeout", "5s");
        Assert.Equal(TimeSpan.FromSeconds(5), Asked<ClientRequest.Watch>().Server.Timeout);
    }

    [Fact]
    public async Task A_result_is_asked_for_of_the_server_that_is_named_in_front_of_the_command_or_behind_it()
    {
        await Invoke("--port", "1", "result", "final");
        var before = _asked;
        await Invoke("result", "final", "--port", "1");

        Assert.Equal(
            new ClientRequest.Result(ArbiterClientOptions.Default with { Port = 1 }, Final, Json: false), before);
        Assert.Equal(before, _asked);
    }

    [Fact]
    public async Task An_id_that_is_the_name_of_a_command_goes_behind_dashes()
    {
        await Invoke("--", "watch", "final");

        Assert.Equal("Client watch: final", Asked<ClientRequest.Converse>().Options.Message.ToString());
    }

    [Theory]
    [InlineData("--of has no meaning without --round ROUND", "--of", "3", "X", "a")]
    [InlineData("--wait has no meaning without --round ROUND", "--wait", "X", "a")]
    [InlineData("--json has no meaning without --round ROUND", "--json", "X", "a")]
    [InlineData(
        "--greeting has no meaning with --round: named rounds have READY instead", "--round", "r", "--greeting", "X", "a")]
    [InlineData(
        "'a b' is not the name of a round: a name has 1 to 64 ASCII letters, digits, '-', '_' or '.'",
        "--round", "a b", "X", "a")]
    [InlineData("--of is '107': expected a whole number from 1 to 106", "--round", "r", "--of", "107", "X", "a")]
    [InlineData(
        "--window is '5': expected a whole number followed by ms, s, m or h, from 1ms to 24h",
        "--round", "r", "--window", "5", "X", "a")]
    [InlineData("--start is 'now': the one choice is ready", "--round", "r", "--start", "now", "X", "a")]
    [InlineData("missing: an id and a text to send, as in arbiter-client X Alice", "--round", "r")]
    [InlineData("missing: the name of a round, as in arbiter-client watch final", "watch")]
    [InlineData("'b' is one argument too many", "watch", "a", "b")]
    [InlineData("unknown option --nope (--help lists them)", "watch", "a", "--nope")]
    [InlineData("missing: the name of a round, as in arbiter-client result final", "result")]
    [InlineData("'X' has no meaning for result", "X", "result", "a")]
    [InlineData("--round has no meaning for watch", "--round", "r", "watch", "a")]
    [InlineData(
        "missing: the name of a round, as in arbiter-client claim deploy-17 --as runner-1 -- ./deploy.sh", "claim")]
    [InlineData(
        "missing: --as ID, which says who claims, as in arbiter-client claim deploy-17 --as runner-1 -- ./deploy.sh",
        "claim", "r")]
    [InlineData(
        "missing: the name of a round in front of --, as in arbiter-client claim deploy-17 --as runner-1 -- ./deploy.sh",
        "claim", "--as", "X", "--", "r", "make")]
    [InlineData("'make' is one argument too many (the command to run goes behind --)", "claim", "r", "--as", "X", "make")]
    [InlineData(
        "unknown option -j (--help lists them; the command to run goes behind --)", "claim", "r", "--as", "X", "-j")]
    [InlineData("the command to run has no name", "claim", "r", "--as", "X", "--", "")]
    [InlineData(
        "'X!' is not an id: an id has 1 to 32 ASCII letters, digits, '-', '_' or '.'", "claim", "r", "--as", "X!")]
    [InlineData("the message has no text after its id", "claim", "r", "--as", "X", "--text", " ")]
    [InlineData(
        "--lost-code is '256': expected a whole number from 0 to 255", "claim", "r", "--as", "X", "--lost-code", "256")]
    [InlineData(
        "client.watch-timeout is '0' (--timeout): "
            + "expected off, or a whole number followed by ms, s, m or h, from 1ms to 24h",
        "watch", "r", "--timeout", "0")]
    public async Task Wrong_usage_is_one_line_that_says_what_to_do(string line, params string[] arguments)
    {
        Assert.Equal(ExitCodes.WrongUsage, await Invoke(arguments));

        Assert.Equal([line], _text.Error);
        Assert.Empty(_text.Out);
        Assert.Null(_asked);
    }

    [Theory]
    [InlineData("cl", "claim")]
    [InlineData("ActorClient wat", "watch")]
    [InlineData("--start ", "ready")]
    [InlineData("claim --l", "--lost-code")]
    public async Task Shells_can_complete_commands_options_and_choices(string commandLine, string completion)
    {
        Assert.Equal(0, await Invoke($"[suggest:{commandLine.Length}]", commandLine));

        Assert.Contains(completion, _text.Out);
    }

    [Theory]
    [InlineData("arbiter-client claim deploy-17 --as runner-1 -- ./deploy.sh --all", "claim", "--help")]
    [InlineData("75 lost (--lost-code)", "claim", "--help")]
    [InlineData("arbiter-client watch final --json", "watch", "--help")]
    [InlineData("7  no verdict: open still, unknown, expired or pruned", "result", "--help")]
    [InlineData("In a named round the message is sent when all seats are taken", "--help")]
    public async Task Each_command_has_help_with_examples_and_exit_codes(string words, params string[] arguments)
    {
        Assert.Equal(0, await Invoke(arguments));

        Assert.Contains(_text.Out, line => line.Contains(words, StringComparison.Ordinal));
        Assert.Empty(_text.Error);
    }

    [Theory]
    [InlineData("  arbiter-client claim <round> --as <ID> [options] [-- <command>...]", "claim")]
    [InlineData("  arbiter-client watch <round> [options]", "watch")]
    [InlineData("  arbiter-client result <round> [options]", "result")]
    public async Task A_command_is_written_alike_in_its_own_help_and_in_that_of_the_program(string usage, string command)
    {
        Assert.Equal(0, await Invoke(command, "--help"));
        Assert.Equal(usage, _text.Out[Array.IndexOf(_text.Out, "Usage:") + 1]);

        Assert.Equal(0, await Invoke("--help"));
        Assert.Equal(2, _text.Out.Count(line => line == usage));
        Assert.DoesNotContain(_text.Out, line => line.Contains("ActorClient", StringComparison.Ordinal));
        Assert.Contains(_text.Out, line => line.StartsWith($"  {command}  ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_of_a_command_does_not_name_the_arguments_of_the_program()
    {
        await Invoke("watch", "--help");

        Assert.DoesNotContain(_text.Out, line => line.Contains("<text>", StringComparison.Ordinal));
    }

    private T Asked<T>()
        where T : ClientRequest => Assert.IsType<T>(_asked);

    private Task<int> Invoke(params string[] arguments) =>
        new ClientCommand(
            _text.Console,
            (request, _) =>
            {
                _asked = request;
                return Task.FromResult(0);
            }).InvokeAsync(arguments);
}
