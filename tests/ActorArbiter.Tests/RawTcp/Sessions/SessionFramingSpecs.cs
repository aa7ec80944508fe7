using System.Text;
using TestSupport;

namespace ActorArbiter.Tests.RawTcp.Sessions;

/// <summary>How the bytes of a session are cut, on the wire and into lines.</summary>
public sealed class SessionFramingSpecs
{
    private const string Claim = "JOIN lock X of=1\r\nPING hello\nClient X: mine\nQUIT\n";

    [Fact]
    public async Task A_session_may_be_cut_at_every_byte()
    {
        await using var server = await ArbiterFixture.StartAsync();
        for (var cut = 1; cut < Claim.Length; cut++)
        {
            var name = $"lock{cut}";
            var bytes = Encoding.UTF8.GetBytes(Claim.Replace("lock", name, StringComparison.Ordinal));
            using var session = await server.ConnectAsync();
            await session.SendAsync(bytes.AsMemory(..cut));
            await session.SendAsync(bytes.AsMemory(cut..));
            await ExpectClaimAsync(session, name);
        }
    }

    [Fact]
    public async Task A_session_may_come_byte_by_byte()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var session = await server.ConnectAsync();

        await session.SendInPiecesAsync(Claim);

        await ExpectClaimAsync(session, "lock");
    }

    [Fact]
    public async Task A_message_may_follow_its_JOIN_in_the_same_segment()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.AskAsync(
            "JOIN final X\nClient X: Alice", "JOINED final X 1/2", "RECEIVED final X: Alice");
        using var y = await server.AskAsync(
            "JOIN final Y\nClient Y: Bob", "JOINED final Y 2/2", "READY final X Y", "RECEIVED final Y: Bob");

        await x.ExpectLinesAsync("SEATED final Y 2/2", "READY final X Y");
        await x.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
        await y.ExpectVerdictAsync("final", "X: Alice received before Y: Bob");
    }

    [StampedFact(AkkaIoLacks.KernelStamps)]
    public async Task A_message_with_more_behind_it_in_the_segment_has_a_stamp_that_may_be_late()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.AskAsync("JOIN lock X of=1\nSEND mine", "JOINED lock X 1/1", "RECEIVED lock X: mine");
        await x.ExpectLinesAsync("PLACE lock 1/1 X +0ns kernel");
        using var y = await server.AskAsync(
            "JOIN door Y of=1\nSEND mine\nPING", "JOINED door Y 1/1", "RECEIVED door Y: mine", "PONG");
        await y.ExpectLinesAsync("PLACE door 1/1 Y +0ns kernel-late");
    }

    [Fact]
    public async Task Many_lines_in_one_segment_are_answered_in_their_order()
    {
        const int Count = 1000;
        await using var server = await ArbiterFixture.StartAsync();
        using var session = await server.SendAsync(string.Concat(Enumerable.Range(0, Count).Select(i => $"PING {i}\n")));

        await session.ExpectAsync(string.Concat(Enumerable.Range(0, Count).Select(i => $"PONG {i}\n")));
    }

    [Theory]
    [InlineData("PING\r\n")]
    [InlineData("PING \n")]
    [InlineData("  PING\n")]
    [InlineData("\uFEFFPING\n")]
    [InlineData("PING\0\0\0\n")]
    public async Task Padding_of_the_first_line_does_no_harm(string line)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var session = await server.SendAsync(line);

        await session.ExpectLinesAsync("PONG");
        await session.AskAsync("QUIT", "BYE");
    }

    [Theory]
    [InlineData("Help me!\n", "Help me!")]
    [InlineData("ping\n", "ping")]
    [InlineData("PINGPONG\n", "PINGPONG")]
    [InlineData("JOIN: us\n", "us", "JOIN")]
    [InlineData("SEND Alice\n", "SEND Alice")]
    [InlineData("LEAVE\n", "LEAVE")]
    public async Task A_first_line_that_is_no_command_of_a_session_is_a_classic_message(
        string line, string text, string id = "X")
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync(line);
        await server.SubmittedAsync(text);
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal($"{id}: {text} received before Y: Bob\n", await x.ReadToEndAsync());
        Assert.Equal($"{id}: {text} received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_command_without_a_line_end_is_a_classic_message()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("PING");
        await server.SubmittedAsync("PING");
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal("X: PING received before Y: Bob", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_connection_that_began_classic_stays_classic_whatever_follows()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice\nPING\nJOIN final X\n");
        await server.SubmittedAsync("Alice");
        await x.SendAsync("QUIT\n");
        using var session = await server.AskAsync(
            "RESULT final", "ERROR unknown-round no round final is known: JOIN opens it, WATCH final waits for it");
        using var y = await server.SendAsync("Client Y: Bob\n");

        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_session_stays_a_session_whatever_follows()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var session = await server.AskAsync("PING", "PONG");

        await session.AskAsync("Client X: Alice", "ERROR not-joined join a round first: JOIN <round> <id>");

        await server.ExpectGoodRoundAsync();
        await session.AskAsync("PING", "PONG");
    }

    [Fact]
    public async Task What_a_session_has_not_finished_when_it_closes_its_sending_side_is_ignored()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var session = await server.AskAsync("PING", "PONG");
        await session.SendAsync("JOIN final X");
        session.HalfClose();

        Assert.Equal("BYE\n", await session.ReadToEndAsync());
    }

    private static async Task ExpectClaimAsync(RawClient session, string name)
    {
        await session.ExpectLinesAsync($"JOINED {name} X 1/1", "PONG hello", $"RECEIVED {name} X: mine");
        var rest = await session.ReadToEndAsync();
        Assert.EndsWith("BYE\n", rest, StringComparison.Ordinal);
    }
}
