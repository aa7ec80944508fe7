namespace Benchmarks.Processes;

/// <summary>The last lines that a process wrote to standard error, for the message when it fails.</summary>
internal sealed class ChildErrors
{
    private const int Kept = 20;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = [];

    public void Add(string line)
    {
        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Kept)
                _lines.Dequeue();
        }
    }

    /// <summary>The end of a sentence: the last lines, each on a line of its own; nothing if there were none.</summary>
    public override string ToString()
    {
        lock (_lock)
            return _lines.Count == 0 ? "" : $"; its last lines:\n    {string.Join("\n    ", _lines)}";
    }
}
