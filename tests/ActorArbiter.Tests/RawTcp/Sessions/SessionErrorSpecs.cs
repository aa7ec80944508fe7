namespace ActorArbiter.Tests.RawTcp.Sessions;

/// <summary>What a session is told of a line that cannot be done; it goes on, and a round beside it does not notice.</summary>
public sealed class SessionErrorSpecs
{
    private const string JoinSyntax =
        "JOIN <round> <id> [of=<n>] [window=<duration>] [deadline=<duration>] [start=ready] [key=<key>] [brief=yes]";

    private const string DurationGrammar = "a whole number followed by ms, s, m or h, from 1ms to 24h";

    [Fact]
    public Task A_line_that_is_no_text_or_no_message_is_a_bad_message() => ExpectAsync(
        "bad-message",
        ("", "the line is empty"),
        (" \t \r", "the line is empty"),
        ("\0\0", "the line is empty"),
        ("SEND a\u0001b", "the line contains control characters"),
        ("PING a\u2028b", "the line contains control characters"),
        ("SEND", "no text is given: write SEND <text>"),
        ("Client X:", "the message has no text after its id"),
        ("Client hello", "a message is written Client <id>: <text> or SEND <text>"),
        ("Client X Y: Alice", "an id has 1 to 32 ASCII letters, digits, '-', '_' or '.'"),
        ($"SEND {new string('a', 257)}", "a text has at most 256 bytes"));

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_a_bad_message()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var beside = await RoundOfTwo.StartAsync(server, "beside");
        using var session = await server.AskAsync("PING", "PONG");

        await session.SendAsync(new byte[] { (byte)'S', 0xFF, (byte)'\n' });

        await session.ExpectLinesAsync("ERROR bad-message the line is not UTF-8");
        await session.AskAsync("PING on", "PONG on");
        await beside.DecideAsync();
    }

    [Fact]
    public Task A_line_that_begins_with_no_command_is_an_unknown_command()
    {
        const string Commands =
            "is none of JOIN, Client <id>: <text>, SEND, LEAVE, WATCH, RESULT, PING, HELP and QUIT; HELP says how they are written";
        return ExpectAsync(
            "unknown-command",
            ("join final X", $"'join' {Commands}"),
            ("X: Alice", $"'X:' {Commands}"),
            ("JOINED final X 1/2", $"'JOINED' {Commands}"),
            ("ABCDEFGHIJKLMNOPQRSTUVWXYZ", $"'ABCDEFGHIJKLMNOPQRSTUVWX...' {Commands}"));
    }

    [Fact]
    public Task An_argument_that_is_missing_wrong_twice_or_too_many_is_a_bad_argument() => ExpectAsync(
        "bad-argument",
        ("JOIN", $"no round is given: write {JoinSyntax}"),
        ("JOIN final", $"no id is given: write {JoinSyntax}"),
        ("JOIN a/b X", "'a/b' is no round: write 1 to 64 ASCII letters, digits, '-', '_' or '.'"),
        ("JOIN final X:", "'X:' is no id: write 1 to 32 ASCII letters, digits, '-', '_' or '.'"),
        ("JOIN final X now", "'now' is no option of JOIN: its options are of=, window=, deadline=, start=, key=, brief="),
        ("JOIN final X of=2 of=2", "of is given twice"),
        ("JOIN final X of=0", "'of=0' cannot be read: of= takes a whole number from 1 to 1000"),
        ("JOIN final X of=1001", "'of=1001' cannot be read: of= takes a whole number from 1 to 1000"),
        ("JOIN final X of=107", "of is at most 106, for a verdict's sentence has at most 32768 bytes"),
        ("JOIN final X window=0ms", $"'window=0ms' cannot be read: window= takes {DurationGrammar}"),
        ("JOIN final X deadline=25h", $"'deadline=25h' cannot be read: deadline= takes {DurationGrammar}"),
        ("JOIN final X start=now", "'start=now' cannot be read: start= takes ready"),
        ("JOIN final X brief=no", "'brief=no' cannot be read: brief= takes yes"),
        ("JOIN final X key=", "'key=' cannot be read: key= takes 1 to 64 printable ASCII characters without spaces"),
        ("JOIN final X of=1 start=ready", "a round with of=1 has no seats, so it has no READY: JOIN without start=ready"),
        ("WATCH", "no round is given: write WATCH <round>"),
        ("WATCH final now", "'now' is one word too many: write WATCH <round>"),
        ("RESULT", "no round is given: write RESULT <round>"),
        ("LEAVE now", "'now' is one word too many: write LEAVE"),
        ("HELP me", "'me' is one word too many: write HELP"),
        ("QUIT now", "'now' is one word too many: write QUIT"),
        ($"PING {new string('a', 257)}", "a text has at most 256 bytes"));

    [Fact]
    public Task Messages_and_LEAVE_outside_a_round_are_not_joined() => ExpectAsync(
        "not-joined",
        ("SEND Alice", "join a round first: JOIN <round> <id>"),
        ("Client X: Alice", "join a round first: JOIN <round> <id>"),
        ("LEAVE", "join a round first: JOIN <round> <id>"));

    [Fact]
    public async Task A_session_watches_no_more_than_a_hundred_rounds()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var watcher = await server.WatchAsync([.. Enumerable.Range(1, 100).Select(number => $"r{number}")]);

        await watcher.AskAsync("WATCH r101", "ERROR bad-argument a connection watches at most 100 rounds at once");

        await watcher.AskAsync("WATCH r100");
        await watcher.AskAsync("PING", "PONG");
    }

    [Fact]
    public async Task What_a_seated_client_does_wrong_costs_neither_its_seat_nor_its_message()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final");

        await round.X.AskAsync(
            "JOIN other X",
            "ERROR already-joined this connection is in round final: wait for its VERDICT, or LEAVE it first");
        await round.X.AskAsync(
            "Client Y: Alice",
            "ERROR bad-argument this connection joined as X, not as Y: write Client X: <text> or SEND <text>");
        await round.X.AskAsync("SEND Alice", "RECEIVED final X: Alice");
        await round.X.AskAsync(
            "SEND Alexa", "ERROR already-sent your message in round final has arrived, and only the first one counts");

        await round.DecideByYAsync();
    }

    [Fact]
    public async Task Who_has_no_place_in_a_round_is_told_why()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var round = await RoundOfTwo.StartAsync(server, "final", "window=10m");

        using var late = await server.AskAsync(
            "JOIN final Z", "ERROR round-full all seats of round final are taken: WATCH final, or JOIN another round");
        await late.AskAsync(
            "JOIN final X", "ERROR id-taken another connection is X in round final: JOIN with another id, or with the key of X");
        await late.AskAsync(
            "JOIN final Z of=3", "ERROR round-differs round final has of=2: JOIN with the same, or without it");
        await late.AskAsync(
            "JOIN final Z window=5m", "ERROR round-differs round final has window=10m: JOIN with the same, or without it");
        await late.AskAsync(
            "JOIN final Z deadline=1h", "ERROR round-differs round final has no deadline: JOIN without it");
        await late.AskAsync(
            "JOIN final Z start=ready", "ERROR round-differs round final has no start: JOIN without it");
        await late.AskAsync(
            "RESULT final", "ERROR undecided round final is not decided yet: WATCH final to be told when it is");
        await late.AskAsync(
            "RESULT semi", "ERROR unknown-round no round semi is known: JOIN opens it, WATCH semi waits for it");

        await round.DecideAsync();
    }

    private static async Task ExpectAsync(string code, params (string Line, string Problem)[] lines)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var beside = await RoundOfTwo.StartAsync(server, "beside");
        using var session = await server.AskAsync("PING", "PONG");

        foreach (var (line, problem) in lines)
            await session.AskAsync(line, $"ERROR {code} {problem}");

        await session.AskAsync("JOIN final X", "JOINED final X 1/2");
        await beside.DecideAsync();
    }
}
