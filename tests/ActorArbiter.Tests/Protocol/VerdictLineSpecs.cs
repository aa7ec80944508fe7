using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Protocol;

public class VerdictLineSpecs
{
    private static readonly RoundName Round = RoundName.Parse("final");

    /// <summary>Characters of one to four bytes; some lines with many of them are longer than usual.</summary>
    private static readonly Gen<string> Texts =
        Gen.Elements("a", " ", "Ü", "ï", "日", "🙂").ListOf().Select(characters => string.Concat(characters));

    [Fact]
    public void It_is_the_sentence_alone_where_rounds_have_no_names()
    {
        var line = new VerdictLine(stackalloc char[VerdictLine.UsualLength]);
        line.Add(new ClientMessage(ContenderId.Parse("X"), "Ü"));
        line.Add(new ClientMessage(ContenderId.Parse("Y"), "Bob"));

        Assert.Equal("X: Ü received before Y: Bob\n"u8.ToArray(), line.ToBytes());
    }

    [Fact]
    public void It_is_the_line_of_the_verdict_to_the_byte()
    {
        var runs = Gen.Zip(Texts.NonEmptyListOf(), Gen.Zip(Gen.Choose(1, int.MaxValue), Gen.Choose(0, 100)));
        Prop.ForAll(runs.ToArbitrary(), run =>
        {
            var (texts, (number, before)) = run;
            ClientMessage[] messages =
                [.. texts.Select((text, index) => new ClientMessage(ContenderId.Parse($"C{index}"), text))];
            var line = new VerdictLine(Round, number, stackalloc char[VerdictLine.UsualLength]);
            foreach (var message in messages)
                line.Add(message);

            var bytes = line.ToBytes(before);

            Assert.Equal(new byte[before], bytes[..before]);
            Assert.Equal(new SessionReply.Verdict(Round, number, VerdictSentence.Of(messages)).ToBytes(), bytes[before..]);
        }).QuickCheckThrowOnFailure();
    }
}
