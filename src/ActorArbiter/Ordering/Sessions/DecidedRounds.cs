using System.Diagnostics.CodeAnalysis;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>The newest decided rounds: their names are used, and who asks is told again.</summary>
internal sealed class DecidedRounds
{
    private readonly Dictionary<RoundName, Outcome> _outcomes = [];
    private readonly Queue<RoundName> _oldestFirst = new();
    private readonly int _capacity;

    /// <param name="capacity">
    /// How many are remembered, at least one: whoever waited for a round asks right after it was told.
    /// </param>
    public DecidedRounds(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
    }

    public bool TryFind(RoundName name, [NotNullWhen(true)] out Outcome? outcome) =>
        _outcomes.TryGetValue(name, out outcome);

    /// <summary>Remembers <paramref name="outcome"/>, and forgets the oldest if there are too many.</summary>
    public void Add(Outcome outcome)
    {
        _outcomes.Add(outcome.Name, outcome);
        _oldestFirst.Enqueue(outcome.Name);
        if (_oldestFirst.Count > _capacity)
            _outcomes.Remove(_oldestFirst.Dequeue());
    }
}
