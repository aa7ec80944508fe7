namespace Runtime.Tests.Stress;

/// <summary>The numbered messages from one sender to one receiver, and what became of each.</summary>
internal sealed class Lane(int length)
{
    private readonly int[] _outcomes = new int[length];
    private int _latest = -1;
    private int _settled;
    private string? _complaint;

    public int Length => length;

    /// <summary>How many messages have reached their receiver or the dead letters.</summary>
    public int Settled => Volatile.Read(ref _settled);

    /// <summary>The message with a number; it knows its lane.</summary>
    public Numbered Message(int number) => new(this, number);

    /// <summary>Called by the receiver.</summary>
    public void Deliver(int number)
    {
        if (number <= _latest)
        {
            Complain($"message {number} came after {_latest}");
        }

        _latest = number;
        Settle(number);
    }

    /// <summary>Called by a receiver that sees something wrong.</summary>
    public void Complain(string complaint) => _complaint ??= complaint;

    /// <summary>Called by whoever finds the message among the dead letters.</summary>
    public void Bury(int number) => Settle(number);

    /// <summary>What went wrong first, or null.</summary>
    public string? Fault() =>
        _complaint
        ?? Enumerable.Range(0, length)
            .Where(number => _outcomes[number] != 1)
            .Select(number => $"message {number} of {length} was seen {_outcomes[number]} times")
            .FirstOrDefault();

    private void Settle(int number)
    {
        Interlocked.Increment(ref _outcomes[number]);
        Interlocked.Increment(ref _settled);
    }

    internal sealed record Numbered(Lane Lane, int Number)
    {
        public void Deliver() => Lane.Deliver(Number);
    }
}
