using ActorArbiter.Protocol;
using ActorClient;
using ActorClient.CommandLine;
using ActorClient.Conversation;
using ActorClient.Terminal;

namespace ActorArbiter.Tests.Client.CommandLine;

public sealed class ClientCommandSpecs : IDisposable
{
    private readonly string _file = Path.GetTempFileName();
    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private ClientOptions? _asked;

    public void Dispose() => File.Delete(_file);

    [Fact]
    public async Task The_defaults_are_those_of_the_configuration()
    {
        Assert.Equal(77, await Invoke("X", "Alice"));

        Assert.Equal(Conversations.WithServer(), _asked);
    }

    [Fact]
    public async Task Options_win_over_the_configuration_file()
    {
        File.WriteAllText(_file, "client { host = from-file, port = 1, greeting = on, connect-wait = 1s }");

        await Invoke("--config", _file, "X", "--port", "2", "--timeout", "3s", "Alice");

        Assert.Equal(
            Conversations.WithServer(port: 2) with
            {
                Host = "from-file",
                Greeting = true,
                Timeout = TimeSpan.FromSeconds(3),
                ConnectWait = TimeSpan.FromSeconds(1),
            },
            _asked);
    }

    [Theory]
    [InlineData(true, "--greeting")]
    [InlineData(false)]
    [InlineData(false, "--greeting=false")]
    public async Task A_greeting_is_waited_for_only_if_asked(bool expected, params string[] options)
    {
        await Invoke(["X", "Alice", .. options]);

        Assert.Equal(expected, _asked?.Greeting);
    }

    [Theory]
    [InlineData("@alice", "@alice")]
    [InlineData("  Alice and Bob ", "Alice and Bob")]
    [InlineData("Client Y: Bob", "Client Y: Bob")]
    [InlineData("a: b", "a: b")]
    public async Task A_text_is_taken_as_the_server_would_take_it(string typed, string sent)
    {
        await Invoke("X", typed);

        Assert.Equal(new ClientMessage(ContenderId.Parse("X"), sent), _asked?.Message);
    }

    [Fact]
    public async Task A_text_that_begins_with_a_dash_goes_behind_two()
    {
        await Invoke("X", "--", "--port");

        Assert.Equal("--port", _asked?.Message.Text);
    }

    [Theory]
    [InlineData("missing: an id and a text to send, as in arbiter-client X Alice")]
    [InlineData("missing: a text to send, as in arbiter-client X Alice", "X")]
    [InlineData("'X!' is not an id: an id has 1 to 32 ASCII letters, digits, '-', '_' or '.'", "X!", "Alice")]
    [InlineData("the message has no text after its id", "X", "")]
    [InlineData("the message contains control characters", "X", "a\tb")]
    [InlineData("the message contains control characters", "X", "a\0b")]
    [InlineData("'b' is one argument too many (quote a text that has several words)", "X", "a", "b")]
    [InlineData(
        "unknown option --prot (--help lists them; a text that begins with - goes behind --)", "--prot", "1", "X", "a")]
    [InlineData("Required argument missing for option: '--port'.", "X", "a", "--port")]
    [InlineData("client.port is '0' (--port): expected a whole number from 1 to 65535", "X", "a", "--port", "0")]
    [InlineData("client.host is '' (--host): expected a host name or an address", "X", "a", "--host", "")]
    [InlineData("there is no configuration file no.conf", "X", "a", "--config", "no.conf")]
    [InlineData(
        "client.timeout is '5' (--timeout): expected a whole number followed by ms, s, m or h, from 1ms to 24h",
        "X", "a", "--timeout", "5")]
    public async Task Wrong_usage_is_one_line_on_standard_error(string line, params string[] arguments)
    {
        Assert.Equal(ExitCodes.WrongUsage, await Invoke(arguments));

        Assert.Equal(line + Environment.NewLine, _error.ToString());
        Assert.Equal("", _out.ToString());
        Assert.Null(_asked);
    }

    [Fact]
    public async Task A_text_that_no_server_takes_is_refused() =>
        Assert.Equal(ExitCodes.WrongUsage, await Invoke("X", new string('a', 257)));

    [Fact]
    public async Task Pauses_that_contradict_each_other_are_refused()
    {
        File.WriteAllText(_file, "client { retry-min = 2s }");

        await Invoke("X", "Alice", "--config", _file);

        Assert.Equal(
            $"client.retry-min is '2s' ({_file}): expected at most client.retry-max, 1s{Environment.NewLine}",
            _error.ToString());
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_at_a_terminal_until_it_is_right()
    {
        await InvokeAtTerminal("X!\nX\n\nAlice\n");

        Assert.Equal(new ClientMessage(ContenderId.Parse("X"), "Alice"), _asked?.Message);
        Assert.Equal("", _out.ToString());
        Assert.Contains("is not an id", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_is_missing_is_asked_for()
    {
        await InvokeAtTerminal("Alice\n", "X");

        Assert.Equal("Your message, such as Alice: ", _error.ToString());
        Assert.Equal("Alice", _asked?.Message.Text);
    }

    [Fact]
    public async Task A_person_who_enters_nothing_ends_the_program() =>
        Assert.Equal(ExitCodes.WrongUsage, await InvokeAtTerminal("X\n"));

    [Fact]
    public async Task Help_shows_examples_and_exit_codes()
    {
        Assert.Equal(0, await Invoke("--help"));

        Assert.Contains("arbiter-client X Alice", _out.ToString(), StringComparison.Ordinal);
        Assert.Contains("3  cannot connect", _out.ToString(), StringComparison.Ordinal);
        Assert.Equal("", _error.ToString());
    }

    private Task<int> Invoke(params string[] arguments) => Invoke(TextReader.Null, canAsk: false, arguments);

    private Task<int> InvokeAtTerminal(string typed, params string[] arguments) =>
        Invoke(new StringReader(typed), canAsk: true, arguments);

    private Task<int> Invoke(TextReader input, bool canAsk, string[] arguments)
    {
        var console = new ClientConsole(input, _out, _error, canAsk, IsWatched: false);
        return new ClientCommand(console, (request, _) =>
        {
            _asked = Assert.IsType<ClientRequest.Converse>(request).Options;
            return Task.FromResult(77);
        }).InvokeAsync(arguments);
    }
}
