using System.Threading.Channels;

namespace ActorArbiter.Transcript;

/// <summary>
/// Writes texts on a thread of its own, so that a reader that stalls stalls nobody else. Bounded: a text that finds no
/// room is not written.
/// </summary>
internal sealed class TranscriptWriter
{
    private readonly Channel<string> _texts;
    private int _unwritten;
    private volatile Exception? _failure;

    /// <param name="output">Where to write. A write that fails ends the transcript.</param>
    /// <param name="capacity">The most texts that wait to be written.</param>
    public TranscriptWriter(TextWriter output, int capacity)
    {
        _texts = Channel.CreateBounded<string>(
            new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        Written = Task.Factory.StartNew(
            () => WriteAll(output), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Completes when the last text is written; fails as soon as one cannot be.</summary>
    public Task Written { get; }

    /// <summary>Why nothing can be written any more; <see langword="null"/> while it can.</summary>
    public Exception? Failure => _failure;

    /// <summary>Whether <paramref name="text"/> will be written: not if there is no room, or after a failure.</summary>
    public bool TryWrite(string text)
    {
        if (!_texts.Writer.TryWrite(text))
            return false;
        Interlocked.Increment(ref _unwritten);
        return true;
    }

    /// <summary>Takes no further text; completes when all are written or <paramref name="patience"/> is over.</summary>
    /// <returns>How many of the texts that there was room for are not written.</returns>
    public async Task<int> FinishAsync(TimeSpan patience)
    {
        _texts.Writer.TryComplete();
        await Task.WhenAny(Written, Task.Delay(patience)).ConfigureAwait(false);
        return Volatile.Read(ref _unwritten);
    }

    private void WriteAll(TextWriter output)
    {
        try
        {
            var texts = _texts.Reader;
            while (texts.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                WriteWaiting(texts, output);
        }
        catch (Exception e)
        {
            // In this order: whoever finds the channel closed can see why.
            _failure = e;
            _texts.Writer.TryComplete();
            throw;
        }
    }

    private void WriteWaiting(ChannelReader<string> texts, TextWriter output)
    {
        var count = 0;
        for (; texts.TryRead(out var text); count++)
            output.Write(text);
        output.Flush();
        Interlocked.Add(ref _unwritten, -count);
    }
}
