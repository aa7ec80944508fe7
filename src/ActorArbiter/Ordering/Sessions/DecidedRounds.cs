using System.Diagnostics.CodeAnalysis;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>The newest decided rounds: their names are used, and who asks is told again.</summary>
internal sealed class DecidedRounds
{
    private readonly Dictionary<RoundName, Outcome> _outcomes = [];
    private readonly Queue<Outcome> _oldestFirst = new();
    private readonly int _capacity;
    private readonly long _maxBytes;
    private long _bytes;

    /// <param name="capacity">
    /// How many are remembered, at least one: whoever waited for a round asks right after it was told.
    /// </param>
    /// <param name="maxBytes">How much memory they may take; the newest is remembered in any case.</param>
    public DecidedRounds(int capacity, long maxBytes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _maxBytes = maxBytes;
    }

    public bool TryFind(RoundName name, [NotNullWhen(true)] out Outcome? outcome) =>
        _outcomes.TryGetValue(name, out outcome);

    /// <summary>Remembers <paramref name="outcome"/>, and forgets the oldest if there are too many.</summary>
    public void Add(Outcome outcome)
    {
        _outcomes.Add(outcome.Name, outcome);
        _oldestFirst.Enqueue(outcome);
        _bytes += outcome.Bytes;
        while (_oldestFirst.Count > _capacity || (_bytes > _maxBytes && _oldestFirst.Count > 1))
        {
            var oldest = _oldestFirst.Dequeue();
            _outcomes.Remove(oldest.Name);
            _bytes -= oldest.Bytes;
        }
    }
}
