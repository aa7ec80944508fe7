using System.Threading.Channels;

namespace ActorArbiter.Transcript;

/// <summary>
/// Writes texts on a thread of its own, so that a reader that stalls stalls nobody else. Bounded: a text that finds no
/// room is not written.
/// </summary>
internal sealed class TranscriptWriter
{
    private readonly Channel<string> _texts;
    private readonly Task _written;

    /// <param name="output">Where to write. A write that fails ends the transcript.</param>
    /// <param name="capacity">The most texts that wait to be written.</param>
    public TranscriptWriter(TextWriter output, int capacity)
    {
        _texts = Channel.CreateBounded<string>(
            new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        _written = Task.Factory.StartNew(
            () => WriteAll(output), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Whether there was room for <paramref name="text"/>.</summary>
    public bool TryWrite(string text) => _texts.Writer.TryWrite(text);

    /// <summary>Takes no further text; completes when all are written or <paramref name="patience"/> is over.</summary>
    /// <returns>Whether all were written.</returns>
    public async Task<bool> FinishAsync(TimeSpan patience)
    {
        _texts.Writer.TryComplete();
        await Task.WhenAny(_written, Task.Delay(patience)).ConfigureAwait(false);
        return _written.IsCompletedSuccessfully;
    }

    private void WriteAll(TextWriter output)
    {
        var texts = _texts.Reader;
        while (texts.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (texts.TryRead(out var text))
                output.Write(text);
            output.Flush();
        }
    }
}
