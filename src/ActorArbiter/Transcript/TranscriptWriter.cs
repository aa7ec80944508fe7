using System.Threading.Channels;

namespace ActorArbiter.Transcript;

/// <summary>
/// Words what happened and writes it, on a thread of its own, so that a reader that stalls stalls nobody else. Bounded: an
/// event that finds no room is not written.
/// </summary>
internal sealed class TranscriptWriter
{
    /// <summary>
    /// How long it waits for more once it has written, so that many are written together and nobody has to wake it for each.
    /// </summary>
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);

    private readonly Channel<object> _events;
    private readonly TaskCompletionSource _finishing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _unwritten;
    private volatile Exception? _failure;

    /// <param name="output">Where to write. A write that fails ends the transcript.</param>
    /// <param name="capacity">The most events that wait to be written.</param>
    public TranscriptWriter(TextWriter output, int capacity)
    {
        _events = Channel.CreateBounded<object>(
            new BoundedChannelOptions(capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });
        Written = Task.Factory.StartNew(
            () => WriteAll(output), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Completes when the last event is written; fails as soon as one cannot be.</summary>
    public Task Written { get; }

    /// <summary>Why nothing can be written any more; <see langword="null"/> while it can.</summary>
    public Exception? Failure => _failure;

    /// <summary>Whether <paramref name="happened"/> will be written: not if there is no room, or after a failure.</summary>
    /// <param name="happened">What <see cref="TranscriptText"/> has words for.</param>
    public bool TryWrite(object happened)
    {
        if (!_events.Writer.TryWrite(happened))
            return false;
        Interlocked.Increment(ref _unwritten);
        return true;
    }

    /// <summary>Takes no further event; completes when all are written or <paramref name="patience"/> is over.</summary>
    /// <returns>How many of the events that there was room for are not written.</returns>
    public async Task<int> FinishAsync(TimeSpan patience)
    {
        _events.Writer.TryComplete();
        _finishing.TrySetResult();
        await Task.WhenAny(Written, Task.Delay(patience)).ConfigureAwait(false);
        return Volatile.Read(ref _unwritten);
    }

    private void WriteAll(TextWriter output)
    {
        try
        {
            var events = _events.Reader;
            while (events.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                WriteWaiting(events, output);
                _finishing.Task.Wait(Gathering);
            }
        }
        catch (Exception e)
        {
            // In this order: whoever finds the channel closed can see why.
            _failure = e;
            _events.Writer.TryComplete();
            throw;
        }
    }

    private void WriteWaiting(ChannelReader<object> events, TextWriter output)
    {
        var count = 0;
        for (; events.TryRead(out var happened); count++)
            TranscriptText.Write(happened, output);
        output.Flush();
        Interlocked.Add(ref _unwritten, -count);
    }
}
