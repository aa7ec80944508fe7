using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>
/// The contenders whose arrivals are ordered against each other. In whatever sequence arrivals are added, the verdict
/// is the same: their stamps decide, their places in the mailbox break ties.
/// </summary>
internal sealed class Round
{
    private readonly List<Arrival> _arrivals;

    /// <param name="contenders">How many arrivals decide the round, at least one.</param>
    /// <param name="openedAt">When the round was opened, on the clock of whoever keeps it.</param>
    public Round(int contenders, TimeSpan openedAt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(contenders, 1);
        Contenders = contenders;
        OpenedAt = openedAt;
        _arrivals = new List<Arrival>(contenders);
    }

    public int Contenders { get; }

    public TimeSpan OpenedAt { get; }

    /// <summary>In the sequence in which they were added.</summary>
    public IReadOnlyList<Arrival> Arrivals => _arrivals;

    public bool IsEmpty => _arrivals.Count == 0;

    public bool IsComplete => _arrivals.Count == Contenders;

    public Arrival? Find(ContenderId id) => _arrivals.Find(arrival => arrival.Id == id);

    /// <exception cref="InvalidOperationException">The round is complete, or has a message of this id.</exception>
    public void Add(Arrival arrival)
    {
        if (IsComplete)
            throw new InvalidOperationException($"the round has its {Contenders} arrivals");
        if (Find(arrival.Id) is not null)
            throw new InvalidOperationException($"the round has a message of {arrival.Id}");
        _arrivals.Add(arrival);
    }

    /// <summary>Takes the arrival of <paramref name="id"/> out of the round.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Arrival Take(ContenderId id)
    {
        var arrival = Find(id) ?? throw new InvalidOperationException($"the round has no message of {id}");
        _arrivals.Remove(arrival);
        return arrival;
    }

    /// <exception cref="InvalidOperationException">The round is not complete.</exception>
    public Verdict Decide() => IsComplete
        ? new Verdict([.. _arrivals.OrderBy(arrival => arrival.Stamp).ThenBy(arrival => arrival.Sequence)])
        : throw new InvalidOperationException($"{Contenders - _arrivals.Count} arrivals of {Contenders} are missing");
}
