using ActorArbiter.Transcript;

namespace ActorArbiter.Tests.Transcript;

public sealed class TranscriptWriterSpecs
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Texts_are_written_in_their_order()
    {
        var output = new StringWriter();
        var writer = new TranscriptWriter(output, capacity: 100);
        for (var i = 0; i < 100; i++)
            Assert.True(writer.TryWrite($"{i},"));

        Assert.Equal(0, await writer.FinishAsync(Patience));

        Assert.Equal(string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},")), output.ToString());
    }

    [Fact]
    public async Task A_text_that_finds_no_room_is_not_written_and_nobody_waits()
    {
        using var output = new StalledWriter();
        var writer = new TranscriptWriter(output, capacity: 2);
        Assert.True(writer.TryWrite("1"));
        await output.Reached;
        Assert.True(writer.TryWrite("2"));
        Assert.True(writer.TryWrite("3"));

        Assert.False(writer.TryWrite("4"));

        await output.ReleaseAsync();
        Assert.Equal(0, await writer.FinishAsync(Patience));
        Assert.Equal("123", output.ToString());
    }

    [Fact]
    public async Task The_end_does_not_wait_for_a_reader_that_stalls_longer_than_its_patience()
    {
        using var output = new StalledWriter();
        var writer = new TranscriptWriter(output, capacity: 2);
        Assert.True(writer.TryWrite("1"));
        await output.Reached;
        Assert.True(writer.TryWrite("2"));

        Assert.Equal(2, await writer.FinishAsync(TimeSpan.FromMilliseconds(50)));

        await output.ReleaseAsync();
    }

    [Fact]
    public async Task A_write_that_fails_ends_the_transcript_with_its_reason()
    {
        var writer = new TranscriptWriter(new BrokenWriter(), capacity: 2);
        Assert.True(writer.TryWrite("1"));

        var failure = await Assert.ThrowsAsync<IOException>(() => writer.Written.WaitAsync(Patience));

        Assert.Same(failure, writer.Failure);
        Assert.False(writer.TryWrite("2"));
        Assert.Equal(1, await writer.FinishAsync(Patience));
    }
}
