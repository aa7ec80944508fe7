using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Protocol;

/// <summary>Of what clients say again and again, one string serves all.</summary>
public class RecentStringsSpecs
{
    [Fact]
    public void Whatever_was_read_before_a_name_is_the_one_that_was_read() =>
        Prop.ForAll<uint[]>(numbers => numbers.All(number => RoundName.Parse($"r{number}").Value == $"r{number}"))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_of_every_length_is_itself()
    {
        for (var length = 1; length <= ProtocolLimits.MaxTextBytes; length++)
            Assert.Equal(new string('x', length), Text(new string('x', length)));
    }

    [Fact]
    public void A_name_or_text_that_comes_again_is_not_made_again()
    {
        // Another test may read one of the same hash in between.
        Assert.Contains(Enumerable.Range(0, 100), _ =>
            ReferenceEquals(RoundName.Parse("build-1234").Value, RoundName.Parse("build-1234").Value)
            && ReferenceEquals(Text("Alice"), Text("Alice")));
    }

    private static string Text(string text)
    {
        Assert.True(MessageParser.TryParse(Encoding.UTF8.GetBytes($"X: {text}"), out var message, out _));
        return message.Text;
    }
}
