using ActorArbiter.Journal;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// The decided rounds: their names are used, and who asks is told again. The newest are in memory; where there is a journal,
/// the others can be looked up in it.
/// </summary>
internal sealed class DecidedRounds
{
    private readonly NamedRecords _outcomes = new();

    /// <summary>Names that were taken for recorded ones, and are not.</summary>
    private readonly HashSet<RoundName> _unused = [];
    private readonly RecordedNames? _recorded;
    private readonly int _capacity;
    private readonly long _maxBytes;

    /// <param name="capacity">
    /// How many are remembered, at least one: whoever waited for a round asks right after it was told.
    /// </param>
    /// <param name="maxBytes">How much memory they may take; the newest is remembered in any case.</param>
    /// <param name="recorded">The rounds in the journal, which this adds to; none without a journal.</param>
    public DecidedRounds(int capacity, long maxBytes, RecordedNames? recorded = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _maxBytes = maxBytes;
        _recorded = recorded;
    }

    public bool TryFind(RoundName name, out Outcome outcome)
    {
        var isKnown = _outcomes.TryFind(name.Value, out var encoded);
        outcome = isKnown ? new Outcome(name, encoded) : default;
        return isKnown;
    }

    /// <summary>Whether the journal must be asked before anything can be said of <paramref name="name"/>.</summary>
    public bool IsInJournalOnly(RoundName name) =>
        _recorded?.MayContain(name) is true && !_outcomes.Contains(name.Value) && !_unused.Contains(name);

    /// <summary>Remembers a round that was decided now.</summary>
    public void Add(Outcome outcome)
    {
        _recorded?.Add(outcome.Name);
        _unused.Remove(outcome.Name);
        Remember(outcome);
    }

    /// <summary>The journal was asked for <paramref name="name"/>.</summary>
    /// <param name="name">The name of a round.</param>
    /// <param name="outcome">What became of it; none when the journal does not have it.</param>
    public void LookedUp(RoundName name, Outcome? outcome)
    {
        if (_outcomes.Contains(name.Value))
            return;
        if (outcome is { } known)
            Remember(known);
        else
            _unused.Add(name);
    }

    private void Remember(Outcome outcome)
    {
        _outcomes.Add(outcome.Name.Value, outcome.Encoded);
        while (_outcomes.Count > _capacity || (_outcomes.Bytes > _maxBytes && _outcomes.Count > 1))
            _outcomes.DropOldest();
    }
}
