namespace Benchmarks.Arbiter;

/// <summary>What a server wrote to standard error: what it told, and the last lines, for the message when it fails.</summary>
internal sealed class ServerErrors
{
    private const int Kept = 20;

    private readonly Lock _lock = new();
    private readonly Queue<string> _lines = [];
    private ToldVerdicts? _told;

    /// <summary>The summary of the server's verdicts, if it was among the lines.</summary>
    public ToldVerdicts? Told
    {
        get
        {
            lock (_lock)
                return _told;
        }
    }

    /// <summary>Takes the next line; the end of the stream is <see langword="null"/>.</summary>
    public void Add(string? line)
    {
        if (line is null)
            return;
        lock (_lock)
        {
            _told = ToldVerdicts.Parse(line) ?? _told;
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
