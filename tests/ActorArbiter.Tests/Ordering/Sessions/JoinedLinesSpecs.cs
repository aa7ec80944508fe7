using ActorArbiter.Ordering.Sessions;

namespace ActorArbiter.Tests.Ordering.Sessions;

public sealed class JoinedLinesSpecs
{
    private JoinedLines _lines;

    [Fact]
    public void What_came_as_one_is_not_copied()
    {
        ReadOnlyMemory<byte> only = "a\n"u8.ToArray();
        _lines.Add(default);
        _lines.Add(only);
        _lines.Add(default);

        Assert.True(only.Equals(_lines.Take())); // The same memory, not only the same bytes.
        Assert.True(_lines.IsEmpty);
    }

    [Fact]
    public void What_is_joined_is_in_order_and_nothing_is_written_into_what_was_given_or_taken()
    {
        // With room behind it, as a line has that is a part of others.
        var shared = "a\nb\n"u8.ToArray();
        _lines.Add(shared.AsMemory(0, 2));
        _lines.Add("c\n"u8.ToArray());
        _lines.Add("d\n"u8.ToArray());
        Assert.Equal(6, _lines.Length);
        var taken = _lines.Take();

        _lines.Add("e\n"u8.ToArray());
        _lines.Add("f\n"u8.ToArray());

        Assert.Equal("e\nf\n", SentText.Of(_lines.Take()));
        Assert.Equal("a\nc\nd\n", SentText.Of(taken));
        Assert.Equal("a\nb\n", SentText.Of(shared));
    }
}
