using System.Text;

namespace ActorArbiter.Tests.Tcp;

/// <summary>Every shape in which clients in the wild send a classic message.</summary>
public sealed class ClassicMessageSpecs
{
    [Theory]
    [InlineData("Client X: Alice", "Client Y: Bob", "")]
    [InlineData("Client X: Alice\n", "Client Y: Bob\n", "\n")]
    [InlineData("Client X: Alice\r\n", "Client Y: Bob\r\n", "\r\n")]
    [InlineData("Client X: Alice   \n", "Client Y: Bob \t\r\n", null)]
    [InlineData("Client X:Alice\n", "Client Y:Bob\n", "\n")]
    [InlineData("Client X : Alice\n", "Client Y : Bob\n", "\n")]
    [InlineData("X: Alice\n", "Y: Bob\n", "\n")]
    [InlineData("\uFEFFClient X: Alice\n", "\uFEFFY: Bob\n", "\n")]
    public async Task A_message_is_read_in_every_shape_and_answered_with_its_own_ending(
        string x, string y, string? ending)
    {
        await using var server = await ArbiterFixture.StartAsync();

        var told = await server.PlayAsync(x, y);

        const string Sentence = "X: Alice received before Y: Bob";
        Assert.Equal([Sentence + (ending ?? "\n"), Sentence + (ending ?? "\r\n")], told);
    }

    [Theory]
    [InlineData(80, "")]
    [InlineData(256, "")]
    [InlineData(1024, "")]
    [InlineData(1024, "\n")]
    [InlineData(1024, "\r\n")]
    public async Task A_message_may_be_padded_with_NUL_bytes(int size, string ending)
    {
        await using var server = await ArbiterFixture.StartAsync();

        var told = await server.PlayAsync(
            "Client X: Alice".PadRight(size, '\0') + ending, "Client Y: Bob \n".PadRight(size, '\0'));

        Assert.Equal(
            ["X: Alice received before Y: Bob" + ending, "X: Alice received before Y: Bob\n"], told);
    }

    [Fact]
    public async Task What_follows_the_first_NUL_is_not_part_of_the_message()
    {
        await using var server = await ArbiterFixture.StartAsync();

        using var x = await server.SendAsync("Client X: Alice\0left over in the buffer\n");
        using var y = await server.SendAsync("Client Y: Bob\0\x01\x02\n");

        Assert.Contains("X: Alice", await x.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains("Y: Bob", await y.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("left over", await server.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_without_an_id_are_given_the_letters_in_their_order()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Ordering = options.Ordering with { Contenders = 3 },
        });

        var told = await server.PlayAsync("Hello!\n", "Good morning\n", "Anyone there?\n");

        Assert.All(told, each => Assert.Equal(
            "X: Hello! received before Y: Good morning received before Z: Anyone there?\n", each));
    }

    [Fact]
    public async Task A_text_without_an_id_gets_the_first_letter_not_taken()
    {
        await using var server = await ArbiterFixture.StartAsync();

        var told = await server.PlayAsync("Client X: Alice\n", "me too\n");

        Assert.All(told, each => Assert.Equal("X: Alice received before Y: me too\n", each));
    }

    [Fact]
    public async Task A_message_may_come_in_pieces_of_one_byte()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { QuietTime = TimeSpan.FromSeconds(10) },
        });
        using var x = await server.ConnectAsync();
        using var y = await server.ConnectAsync();

        await x.SendInPiecesAsync("Client X: Zoë\r\n");
        await server.SubmittedAsync("Zoë");
        await y.SendInPiecesAsync("Client Y: Bob");
        y.HalfClose();

        Assert.Equal("X: Zoë received before Y: Bob\r\n", await x.ReadToEndAsync());
        Assert.Equal("X: Zoë received before Y: Bob", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task Clients_that_send_in_pieces_do_not_mix()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { QuietTime = TimeSpan.FromSeconds(10) },
        });
        using var x = await server.ConnectAsync();
        using var y = await server.ConnectAsync();

        foreach (var (ofX, ofY) in "Client X: Alice\n".Zip("Client Y: Bobby\n"))
        {
            await x.SendInPiecesAsync(ofX.ToString());
            await y.SendInPiecesAsync(ofY.ToString());
        }

        var told = await x.ReadToEndAsync();
        Assert.Equal(told, await y.ReadToEndAsync());
        Assert.Contains("X: Alice", told, StringComparison.Ordinal);
        Assert.Contains("Y: Bobby", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_without_a_line_end_is_complete_at_the_half_close()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { QuietTime = TimeSpan.FromHours(1) },
        });
        using var x = await server.SendAsync("Client X: Alice");
        x.HalfClose();
        await server.SubmittedAsync("Alice");
        using var y = await server.SendAsync("Client Y: Bob");
        y.HalfClose();

        Assert.Equal("X: Alice received before Y: Bob", await x.ReadToEndAsync());
        Assert.Equal("X: Alice received before Y: Bob", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task A_pause_shorter_than_the_quiet_time_does_not_end_a_message()
    {
        await using var server = await ArbiterFixture.StartAsync(options => options with
        {
            Connections = options.Connections with { QuietTime = TimeSpan.FromSeconds(2) },
            Ordering = options.Ordering with { Contenders = 1 },
        });
        using var x = await server.SendAsync("Client X: Al");

        await Task.Delay(TimeSpan.FromMilliseconds(200)); // The pause is the input.
        await x.SendAsync("ice\n");

        Assert.Equal("X: Alice\n", await x.ReadToEndAsync());
    }

    [Fact]
    public async Task A_text_may_have_256_bytes_and_a_line_1024()
    {
        await using var server = await ArbiterFixture.StartAsync();
        var long256 = string.Concat(Enumerable.Repeat("é", 128));

        var told = await server.PlayAsync(
            $"Client X: {long256}".PadRight(1024 - 128) + "\n", $"Client Y: {long256[1..]}yz".PadRight(1024 - 127) + "\r\n");

        Assert.Equal(1024 + 1, Encoding.UTF8.GetByteCount($"Client X: {long256}".PadRight(1024 - 128) + "\n"));
        Assert.Equal($"X: {long256} received before Y: {long256[1..]}yz\n", told[0]);
        Assert.Equal($"X: {long256} received before Y: {long256[1..]}yz\r\n", told[1]);
    }

    [Fact]
    public async Task What_a_client_sends_after_its_message_is_ignored()
    {
        await using var server = await ArbiterFixture.StartAsync();
        using var x = await server.SendAsync("Client X: Alice\nClient Y: Mallory\nand more\n");
        await server.SubmittedAsync("Alice");
        for (var i = 0; i < 50; i++)
            await x.SendAsync("Client Y: Mallory\n");
        using var y = await server.SendAsync("Client Y: Bob\n" + new string('b', 40_000));

        Assert.Equal("X: Alice received before Y: Bob\n", await x.ReadToEndAsync());
        Assert.Equal("X: Alice received before Y: Bob\n", await y.ReadToEndAsync());
    }

    [Fact]
    public async Task Case_matters_in_an_id()
    {
        await using var server = await ArbiterFixture.StartAsync();

        var told = await server.PlayAsync("Client x: Alice\n", "Client X: Bob\n");

        Assert.All(told, each => Assert.Equal("x: Alice received before X: Bob\n", each));
    }
}
