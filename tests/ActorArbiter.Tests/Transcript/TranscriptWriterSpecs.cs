using ActorArbiter.Ordering;
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
            Assert.True(writer.TryWrite(Seated(i)));

        Assert.Equal(0, await writer.FinishAsync(Patience));

        Assert.Equal(Texts(0, 100), output.ToString());
    }

    [Fact]
    public async Task A_text_that_finds_no_room_is_not_written_and_nobody_waits()
    {
        using var output = new StalledWriter();
        var writer = new TranscriptWriter(output, capacity: 2);
        Assert.True(writer.TryWrite(Seated(1)));
        await output.Reached;
        Assert.True(writer.TryWrite(Seated(2)));
        Assert.True(writer.TryWrite(Seated(3)));

        Assert.False(writer.TryWrite(Seated(4)));

        await output.ReleaseAsync();
        Assert.Equal(0, await writer.FinishAsync(Patience));
        Assert.Equal(Texts(1, 3), output.ToString());
    }

    [Fact]
    public async Task The_end_does_not_wait_for_a_reader_that_stalls_longer_than_its_patience()
    {
        using var output = new StalledWriter();
        var writer = new TranscriptWriter(output, capacity: 2);
        Assert.True(writer.TryWrite(Seated(1)));
        await output.Reached;
        Assert.True(writer.TryWrite(Seated(2)));

        Assert.Equal(2, await writer.FinishAsync(TimeSpan.FromMilliseconds(50)));

        await output.ReleaseAsync();
    }

    [Fact]
    public async Task A_write_that_fails_ends_the_transcript_with_its_reason()
    {
        var writer = new TranscriptWriter(new BrokenWriter(), capacity: 2);
        Assert.True(writer.TryWrite(Seated(1)));

        var failure = await Assert.ThrowsAsync<IOException>(() => writer.Written.WaitAsync(Patience));

        Assert.Same(failure, writer.Failure);
        Assert.False(writer.TryWrite(Seated(2)));
        Assert.Equal(1, await writer.FinishAsync(Patience));
    }

    [Fact]
    public async Task What_comes_right_behind_a_write_is_written_though_nothing_follows()
    {
        using var output = new StalledWriter();
        var writer = new TranscriptWriter(output, capacity: 2);
        Assert.True(writer.TryWrite(Seated(1)));
        await output.ReleaseAsync();

        Assert.True(writer.TryWrite(Seated(2)));

        await output.ReleaseAsync();
        Assert.Equal(Texts(1, 2), output.ToString());
    }

    private static TranscriptProtocol.Accepted Seated(int number) => new(new Seat(number, new ConnectionId(1, number)));

    private static string Texts(int first, int count)
    {
        var texts = new StringWriter();
        for (var number = first; number < first + count; number++)
            TranscriptText.Write(Seated(number), texts);
        return texts.ToString();
    }
}
