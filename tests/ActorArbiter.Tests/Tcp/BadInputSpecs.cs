using System.Text;

namespace ActorArbiter.Tests.Tcp;

/// <summary>What is wrong with a message ends its own connection, with a line that says so, and nothing else.</summary>
public sealed class BadInputSpecs
{
    public static TheoryData<string, string> BadMessages => new()
    {
        { "\n", "the message is empty" },
        { " \t \r\n", "the message is empty" },
        { "\0\0\0\0\n", "the message is empty" },
        { "\uFEFF\n", "the message is empty" },
        { "Client X:\n", "the message has no text after its id" },
        { "X:   \n", "the message has no text after its id" },
        { "Client X: a\u0001b\n", "the message contains control characters" },
        { "Client X: a\tb\n", "the message contains control characters" },
        { "Client X: a\u007Fb\n", "the message contains control characters" },
        { "Client X: a\u0085b\n", "the message contains control characters" },
        { "Client X: a\u2028b\n", "the message contains control characters" },
        { "Client X: a\u2029b\n", "the message contains control characters" },
        { "Client X: a\rb\n", "the message contains control characters" },
        { "Client : nobody\n", "an id has 1 to 32 ASCII letters, digits, '-', '_' or '.'" },
        { "Client X Y: two\n", "an id has 1 to 32 ASCII letters, digits, '-', '_' or '.'" },
        { "Client Zoë: hello\n", "an id has 1 to 32 ASCII letters, digits, '-', '_' or '.'" },
        { $"Client {new string('x', 33)}: hello\n", "an id has 1 to 32 ASCII letters, digits, '-', '_' or '.'" },
        { $"Client X: {new string('a', 257)}\n", "a text has at most 256 bytes" },
        { $"{string.Concat(Enumerable.Repeat("é", 129))}\n", "a text has at most 256 bytes" },
        { "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "this is no web server: send a line such as Client X: Alice" },
        { "GET /x HTTP/1.0\r\n\r\n", "this is no web server: send a line such as Client X: Alice" },
    };

    [Theory]
    [MemberData(nameof(BadMessages))]
    public async Task A_bad_message_is_answered_with_what_is_wrong_and_a_round_beside_it_goes_on(
        string message, string problem)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");

        using var bad = await server.SendAsync(message);
        Assert.Equal($"ERROR bad-message {problem}\n", await bad.ReadToEndAsync());

        using var y = await server.SendAsync("Client Y: Bob\n");
        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'\n' })]
    [InlineData(new byte[] { (byte)'X', (byte)':', (byte)' ', 0xC3, (byte)'\n' })]
    [InlineData(new byte[] { (byte)'X', (byte)':', (byte)' ', 0xED, 0xA0, 0x80, (byte)'\n' })]
    public async Task Bytes_that_are_not_UTF8_are_a_bad_message(byte[] message)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var bad = await server.ConnectAsync();

        await bad.SendAsync(message);

        Assert.Equal("ERROR bad-message the message is not UTF-8\n", await bad.ReadToEndAsync());
        await server.ExpectGoodRoundAsync();
    }

    [Theory]
    [InlineData("Client X:")]
    [InlineData("   ")]
    public async Task A_bad_message_may_have_no_line_end(string message)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var quiet = await server.SendAsync(message);
        using var halfClosed = await server.SendAsync(message);
        halfClosed.HalfClose();

        Assert.StartsWith("ERROR bad-message the message ", await quiet.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.StartsWith("ERROR bad-message the message ", await halfClosed.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task A_line_of_1025_bytes_is_too_long(string ending)
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice\n");
        await server.SubmittedAsync("Alice");

        using var bad = await server.SendAsync("Client Y: Bob".PadRight(1025, ' ') + ending);
        Assert.Equal("ERROR too-long a line has at most 1024 bytes\n", await bad.ReadToEndAsync());

        using var y = await server.SendAsync("Client Y: Bob\n");
        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task A_line_of_1024_bytes_is_not(string ending)
    {
        await using var server = await ArbiterFixture.StartAsync();
        var line = "Client X: Alice".PadRight(1024, ' ') + ending;

        Assert.Equal("X: Alice received before Y: Bob" + ending, (await server.PlayAsync(line, "Client Y: Bob\n"))[0]);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_refused_before_all_of_it_came()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { QuietTime = TimeSpan.FromHours(1) },
        });
        using var bad = await server.ConnectAsync();

        for (var i = 0; i < 11; i++)
            await bad.SendAsync(new string('x', 100));

        Assert.Equal("ERROR too-long a line has at most 1024 bytes\n", await bad.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_is_still_sending_when_it_is_refused_reads_why()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var bad = await server.SendAsync(new string('x', 60_000));

        Assert.Equal("ERROR too-long a line has at most 1024 bytes\n", await bad.ReadToEndAsync());
    }

    [Fact]
    public async Task The_refused_id_is_free_for_the_next_client()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var bad = await server.ConnectAsync();
        await bad.SendAsync(Encoding.Latin1.GetBytes("Client X: Zoë\n"));
        Assert.Equal("ERROR bad-message the message is not UTF-8\n", await bad.ReadToEndAsync());

        await server.ExpectGoodRoundAsync();
    }
}
