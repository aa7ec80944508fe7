using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using static ActorArbiter.Tests.Protocol.Sessions.CommandLines;

namespace ActorArbiter.Tests.Protocol.Sessions;

public class JoinSpecs
{
    public static TheoryData<string, JoinOptions> Options { get; } = new()
    {
        { "", JoinOptions.None },
        { " of=1", new JoinOptions { Of = 1 } },
        { " of=106", new JoinOptions { Of = 106 } },
        { " window=50ms", new JoinOptions { Window = TimeSpan.FromMilliseconds(50) } },
        { " deadline=24h", new JoinOptions { Deadline = TimeSpan.FromHours(24) } },
        { " start=ready", new JoinOptions { StartReady = true } },
        { " key=a=b", new JoinOptions { Key = SessionKey.Parse("a=b") } },
        { " brief=yes", new JoinOptions { Brief = true } },
        {
            " of=3 window=5s deadline=10m start=ready key=secret brief=yes",
            new JoinOptions
            {
                Of = 3,
                Window = TimeSpan.FromSeconds(5),
                Deadline = TimeSpan.FromMinutes(10),
                StartReady = true,
                Key = SessionKey.Parse("secret"),
                Brief = true,
            }
        },
    };

    [Theory]
    [MemberData(nameof(Options))]
    public void A_join_says_what_it_wants_of_the_round(string words, JoinOptions options)
    {
        var join = SessionCommand.Join(RoundName.Parse("final"), ContenderId.Parse("X"), options);
        Assert.Equal(join, Parse("JOIN final X" + words));
        Assert.Equal("JOIN final X" + words, join.ToString());
    }

    [Fact]
    public void Options_come_in_any_order_with_any_number_of_spaces() => Assert.Equal(
        Parse("JOIN final X of=3 window=5s brief=yes"),
        Parse("  JOIN  final   X brief=yes  window=5000ms   of=3  "));

    [Theory]
    [InlineData("of=0")]
    [InlineData("of=1001")]
    [InlineData("of=-1")]
    [InlineData("of=2.0")]
    [InlineData("of=99999999999")]
    [InlineData("of=")]
    [InlineData("of")]
    public void The_number_of_messages_is_from_1_to_1000(string option) =>
        ExpectError($"JOIN final X {option}", $"'{option}' cannot be read: of= takes a whole number from 1 to 1000");

    [Theory]
    [InlineData("107")]
    [InlineData("1000")]
    public void A_sentence_must_have_room_for_all_messages(string of) =>
        ExpectError($"JOIN final X of={of}", "of is at most 106, for a verdict's sentence has at most 32768 bytes");

    [Theory]
    [InlineData("window=5", "'window=5' cannot be read: window= takes " + Durations.Grammar)]
    [InlineData("window=0ms", "'window=0ms' cannot be read: window= takes " + Durations.Grammar)]
    [InlineData("deadline=25h", "'deadline=25h' cannot be read: deadline= takes " + Durations.Grammar)]
    [InlineData("start=now", "'start=now' cannot be read: start= takes ready")]
    [InlineData("brief=no", "'brief=no' cannot be read: brief= takes yes")]
    [InlineData("key=", "'key=' cannot be read: key= takes " + SessionKey.Grammar)]
    [InlineData("key=ü", "'key=ü' cannot be read: key= takes " + SessionKey.Grammar)]
    public void A_malformed_option_is_named_with_what_it_takes(string option, string sentence) =>
        ExpectError($"JOIN final X {option}", sentence);

    [Theory]
    [InlineData("colour=red")]
    [InlineData("OF=2")]
    [InlineData("=")]
    [InlineData("quick")]
    public void An_unknown_option_is_named_with_the_known_ones(string option) => ExpectError(
        $"JOIN final X {option}",
        $"'{option}' is no option of JOIN: its options are of=, window=, deadline=, start=, key=, brief=");

    [Theory]
    [InlineData("of=2 of=2", "of")]
    [InlineData("window=1s of=2 window=1s", "window")]
    [InlineData("deadline=1s deadline=2s", "deadline")]
    [InlineData("start=ready start=ready", "start")]
    [InlineData("key=a key=b", "key")]
    [InlineData("brief=yes brief=yes", "brief")]
    public void An_option_is_given_once(string options, string name) =>
        ExpectError($"JOIN final X {options}", $"{name} is given twice");

    [Theory]
    [InlineData("JOIN", "no round is given: write JOIN <round> <id> [of=<n>]")]
    [InlineData("JOIN final", "no id is given: write JOIN <round> <id> [of=<n>]")]
    [InlineData("JOIN a:b X", "'a:b' is no round: write " + RoundName.Grammar)]
    [InlineData("JOIN final of=2", "'of=2' is no id: write " + ContenderId.Grammar)]
    public void A_join_needs_a_round_and_an_id(string line, string beginning)
    {
        var error = Error(line);
        Assert.Equal(ErrorCodes.BadArgument, error.Code);
        Assert.StartsWith(beginning, error.Sentence, StringComparison.Ordinal);
    }

    private static void ExpectError(string line, string sentence) =>
        Assert.Equal(new ErrorReply(ErrorCodes.BadArgument, sentence), Error(line));
}
