using System.Text;
using ActorArbiter.Ordering;
using ActorArbiter.Tests.Transports;
using ActorArbiter.Transports;
using Akka.Actor;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>Which connections become sessions.</summary>
public sealed class SessionStartSpecs : SessionSpecs
{
    [Theory]
    [InlineData("PING\n", "Ping")]
    [InlineData("PING\r\n", "Ping")]
    [InlineData("\uFEFFPING hello\n", "Ping hello")]
    [InlineData("HELP\n", "Help")]
    [InlineData("QUIT\n", "Quit")]
    [InlineData("RESULT final\n", "Result")]
    [InlineData("WATCH final\n", "Watch")]
    [InlineData("JOIN final X\n", "Join")]
    [InlineData("JOIN\n", "bad-argument")]
    public void A_first_line_that_begins_with_a_command_begins_a_session(string line, string told)
    {
        var actor = StartReading();

        Receive(actor, line);

        ExpectLines(told);
    }

    [Theory]
    [InlineData("Help me!\n", "Help me!")]
    [InlineData("ping\n", "ping")]
    [InlineData("JOINx\n", "JOINx")]
    [InlineData("Client X: PING\n", "PING")]
    [InlineData("SEND hello\n", "SEND hello")]
    public void Any_other_first_line_is_a_classic_message(string line, string text)
    {
        var actor = StartReading();

        ReceiveAndReadOn(actor, line);

        Assert.Equal(text, Ordering.ExpectMsg<OrderingProtocol.Submit>().Message.Text);
    }

    [Fact]
    public void A_command_without_a_line_end_is_a_classic_message_when_its_client_goes_quiet()
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, "PING");

        Advance(Options.QuietTime);

        Assert.Equal("PING", Ordering.ExpectMsg<OrderingProtocol.Submit>().Message.Text);
    }

    [Fact]
    public void A_command_without_a_line_end_is_a_classic_message_when_its_client_half_closes()
    {
        var actor = StartReading();
        ReceiveAndReadOn(actor, "PING");

        Connection.Send(actor, SocketProtocol.PeerClosed.Instance);

        Assert.Equal("PING", Ordering.ExpectMsg<OrderingProtocol.Submit>().Message.Text);
    }

    [Fact]
    public void The_first_line_alone_decides()
    {
        var session = StartReading();
        Receive(session, "PING\nHello!\n");
        ExpectLines("Ping", "unknown-command");

        var classic = StartReading();
        ReceiveAndReadOn(classic, "Hello!\nPING\n");
        Assert.Equal("Hello!", Ordering.ExpectMsg<OrderingProtocol.Submit>().Message.Text);
    }

    [Fact]
    public void However_the_bytes_are_cut_a_session_says_the_same()
    {
        const string Said = "JOIN final X of=2\r\nClient X: Ålice\n\nPING\nnonsense\nQUIT\n";
        string[] told = ["Join", "X: Ålice", "bad-message", "Ping", "unknown-command", "Quit"];
        var bytes = Encoding.UTF8.GetBytes(Said);

        for (var cut = 1; cut < bytes.Length; cut++)
        {
            var actor = StartReading();
            var lines = Say(actor, bytes[..cut]);
            lines.AddRange(Say(actor, bytes[cut..]));

            Assert.Equal(told, lines);
        }
    }

    /// <summary>Sends bytes and answers whatever lines are told, until the connection is read from again.</summary>
    private List<string> Say(IActorRef actor, byte[] bytes)
    {
        List<string> told = [];
        Connection.Send(actor, new PlayedClientSocket.Bytes(bytes));
        if (bytes.Contains((byte)'\n'))
        {
            told.AddRange(Ordering.ExpectMsg<OrderingProtocol.SessionLines>().Lines.Select(Describe));
            Answer(actor, "");
        }

        Connection.ExpectMsg<SocketCalls.ReadOn>();
        return told;
    }
}
