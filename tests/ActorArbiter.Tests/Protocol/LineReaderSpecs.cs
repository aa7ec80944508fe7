using System.Text;
using ActorArbiter.Protocol;
using FsCheck;
using FsCheck.Fluent;

namespace ActorArbiter.Tests.Protocol;

public class LineReaderSpecs
{
    [Fact]
    public void A_line_ends_at_a_line_feed_or_at_both()
    {
        Assert.Equal(
            [("Client X: Alice", LineEnding.Lf), ("Client Y: Bob", LineEnding.CrLf), ("", LineEnding.Lf)],
            Read("Client X: Alice\nClient Y: Bob\r\n\n").Lines);
    }

    [Fact]
    public void What_has_no_end_yet_is_kept_and_can_be_taken_as_it_is()
    {
        var reader = new LineReader();
        var input = "Client X: Al"u8;
        Assert.Equal(LineStatus.Incomplete, reader.Read(ref input, out _, out _));
        Assert.True(reader.HasUnfinishedLine);
        Assert.Equal("Client X: Al", Encoding.UTF8.GetString(reader.TakeUnfinishedLine()));
        Assert.False(reader.HasUnfinishedLine);
    }

    [Theory]
    [InlineData("\n", LineEnding.Lf)]
    [InlineData("\r\n", LineEnding.CrLf)]
    public void A_line_may_have_1024_bytes_its_end_not_counted(string end, LineEnding ending)
    {
        var line = new string('a', 1024);
        foreach (var pieces in new[] { new[] { line + end }, [line, end], [line + end[..1], end[1..]] })
        {
            var read = Read(pieces);
            Assert.False(read.TooLong);
            Assert.Equal([(line, ending)], read.Lines);
        }
    }

    [Theory]
    [InlineData(1025, "")]
    [InlineData(1025, "\n")]
    [InlineData(1025, "\r\n")]
    [InlineData(1024, "b\n")]
    [InlineData(1024, "\r\r\n")]
    [InlineData(100_000, "")]
    public void A_longer_line_is_too_long(int length, string rest)
    {
        Assert.True(Read(new string('a', length) + rest).TooLong);
        Assert.True(Read(new string('a', length), rest, "x").TooLong);
        Assert.True(Read([.. new string('a', length).Concat(rest).Append('x').Select(each => each.ToString())]).TooLong);
    }

    [Fact]
    public void However_the_bytes_are_cut_the_lines_are_the_same()
    {
        var texts = Gen.Elements('a', 'b', ' ', '\n', '\r', '\0').ArrayOf().Select(each => new string(each));
        var cases = from text in texts
                    from cuts in Gen.Choose(0, text.Length).ArrayOf()
                    select (text, cuts);
        Prop.ForAll(cases.ToArbitrary(), each =>
        {
            var whole = Read(each.text);
            var cut = Read([.. Pieces(each.text, each.cuts)]);
            return whole.Lines.SequenceEqual(cut.Lines) && whole.Unfinished == cut.Unfinished;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Lines_that_come_whole_cost_no_memory()
    {
        var chunk = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("SEND Alice\nPING\r\n\n", 1000)));
        var reader = new LineReader();
        Assert.Equal(3000, CountLines(reader, chunk));

        var before = GC.GetAllocatedBytesForCurrentThread();
        CountLines(reader, chunk);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_short_line_that_comes_in_pieces_costs_one_small_buffer()
    {
        var reader = new LineReader();
        ReadInPieces();
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadInPieces();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 64, 128);

        void ReadInPieces()
        {
            CountLines(reader, "PING\nSEN"u8);
            CountLines(reader, "D Al"u8);
            CountLines(reader, "ice\nPING\n"u8);
        }
    }

    private static IEnumerable<string> Pieces(string text, int[] cuts)
    {
        var start = 0;
        foreach (var cut in cuts.Order().Append(text.Length))
        {
            yield return text[start..cut];
            start = cut;
        }
    }

    private static int CountLines(LineReader reader, ReadOnlySpan<byte> chunk)
    {
        var count = 0;
        while (!chunk.IsEmpty && reader.Read(ref chunk, out _, out _) == LineStatus.Complete)
            count++;
        return count;
    }

    private static (List<(string Line, LineEnding Ending)> Lines, string Unfinished, bool TooLong) Read(
        params string[] pieces)
    {
        var reader = new LineReader();
        List<(string, LineEnding)> lines = [];
        foreach (var piece in pieces)
        {
            ReadOnlySpan<byte> input = Encoding.UTF8.GetBytes(piece);
            while (!input.IsEmpty)
            {
                switch (reader.Read(ref input, out var line, out var ending))
                {
                    case LineStatus.Complete:
                        lines.Add((Encoding.UTF8.GetString(line), ending));
                        break;
                    case LineStatus.TooLong:
                        return (lines, "", true);
                }
            }
        }

        return (lines, Encoding.UTF8.GetString(reader.TakeUnfinishedLine()), false);
    }
}
