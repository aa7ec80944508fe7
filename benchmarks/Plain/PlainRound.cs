namespace Benchmarks.Plain;

/// <summary>A named round of two: the first message waits for the second.</summary>
internal sealed class PlainRound
{
    private readonly Lock _lock = new();
    private PlainMessage? _first;

    /// <summary>Takes the next message; the result is the one before it, if there is one.</summary>
    public PlainMessage? Add(PlainMessage message)
    {
        lock (_lock)
        {
            var first = _first;
            _first = message;
            return first;
        }
    }
}
