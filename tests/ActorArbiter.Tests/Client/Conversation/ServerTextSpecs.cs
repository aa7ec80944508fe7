using System.Text;
using ActorArbiter.Protocol;
using ActorClient.Conversation;

namespace ActorArbiter.Tests.Client.Conversation;

public sealed class ServerTextSpecs
{
    private readonly ServerText _text = new();

    [Fact]
    public void A_line_is_taken_once_it_has_ended()
    {
        Add("X: Alice received");
        Assert.False(_text.TryTakeLine(out _));

        Add(" before Y: Bob\nrest");

        Assert.True(_text.TryTakeLine(out var line));
        Assert.Equal("X: Alice received before Y: Bob", line);
        Assert.Equal("rest", _text.TakeRest());
        Assert.Equal("", _text.TakeRest());
    }

    [Theory]
    [InlineData("X: Alice\r\n", "X: Alice")]
    [InlineData("X: Alice  \n", "X: Alice")]
    [InlineData("X: Alice\0\0\0\n", "X: Alice")]
    [InlineData("X: \u001b[31mred\n", "X: \uFFFD[31mred")]
    [InlineData("X: Zoë 🐟\n", "X: Zoë 🐟")]
    [InlineData("\n", "")]
    public void A_line_is_what_a_terminal_may_show(string received, string shown)
    {
        Add(received);

        Assert.True(_text.TryTakeLine(out var line));
        Assert.Equal(shown, line);
    }

    [Fact]
    public void A_greeting_is_taken_as_soon_as_it_is_whole_however_it_was_cut()
    {
        foreach (var character in "Client C28 connecte")
        {
            Add(character.ToString());
            Assert.False(_text.TryTakeGreeting(out _));
        }

        Add("d");

        Assert.True(_text.TryTakeGreeting(out var letter));
        Assert.Equal(ContenderId.Parse("C28"), letter);
        Assert.Equal("", _text.TakeRest());
    }

    [Fact]
    public void What_follows_a_greeting_is_left()
    {
        Add("Client X connectedERROR contender-left Y left\n");

        Assert.True(_text.TryTakeGreeting(out _));
        Assert.True(_text.TryTakeLine(out var line));
        Assert.Equal("ERROR contender-left Y left", line);
    }

    [Theory]
    [InlineData("Client X: Alice\n")]
    [InlineData("X: Alice\n")]
    [InlineData("")]
    public void Other_text_is_no_greeting(string received)
    {
        Add(received);

        Assert.False(_text.TryTakeGreeting(out _));
        Assert.Equal(received.TrimEnd(), _text.TakeRest());
    }

    [Fact]
    public void A_server_that_never_ends_its_line_is_not_heard_to_the_end()
    {
        Assert.True(_text.TryAdd(new byte[ServerText.Capacity]));

        Assert.False(_text.TryAdd([1]));
    }

    private void Add(string received) => Assert.True(_text.TryAdd(Encoding.UTF8.GetBytes(received)));
}
