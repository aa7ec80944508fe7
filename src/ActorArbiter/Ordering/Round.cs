namespace ActorArbiter.Ordering;

/// <summary>
/// The contenders whose arrivals are ordered against each other. In whatever sequence arrivals are added, the verdict
/// is the same: their stamps decide, their places in the mailbox break ties.
/// </summary>
internal sealed class Round
{
    private readonly List<Arrival> _arrivals;

    /// <param name="contenders">How many arrivals decide the round, at least one.</param>
    public Round(int contenders)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contenders, 1);
        Contenders = contenders;
        _arrivals = new List<Arrival>(contenders);
    }

    public int Contenders { get; }

    public bool IsComplete => _arrivals.Count == Contenders;

    /// <exception cref="InvalidOperationException">The round is complete, or has a message of this id.</exception>
    public void Add(Arrival arrival)
    {
        if (IsComplete)
            throw new InvalidOperationException($"the round has its {Contenders} arrivals");
        if (_arrivals.Exists(other => other.Id == arrival.Id))
            throw new InvalidOperationException($"the round has a message of {arrival.Id}");
        _arrivals.Add(arrival);
    }

    /// <exception cref="InvalidOperationException">The round is not complete.</exception>
    public Verdict Decide() => IsComplete
        ? new Verdict([.. _arrivals.OrderBy(arrival => arrival.Stamp).ThenBy(arrival => arrival.Sequence)])
        : throw new InvalidOperationException($"{Contenders - _arrivals.Count} arrivals of {Contenders} are missing");
}
