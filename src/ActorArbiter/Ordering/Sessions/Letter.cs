namespace ActorArbiter.Ordering.Sessions;

/// <summary>What a session is to be told, as far as it was not yet.</summary>
internal sealed class Letter
{
    /// <summary>The answer to lines that are answered with nothing, as those of a brief contender mostly are.</summary>
    private static readonly OrderingProtocol.Deliver Nothing = new(default, IsAnswer: true, IsLast: false);

    private static readonly OrderingProtocol.Deliver NothingYet = Nothing with { IsOwed = true };

    private JoinedLines _lines;

    /// <summary>Whether that ends the answer to its lines.</summary>
    public bool IsAnswer { get; set; }

    /// <summary>Whether the session ends with that.</summary>
    public bool IsLast { get; set; }

    public bool IsEmpty => _lines.IsEmpty && !IsAnswer && !IsLast;

    public void Add(ReadOnlyMemory<byte> lines) => _lines.Add(lines);

    /// <summary>Leaves the letter empty.</summary>
    /// <param name="isOwed">Whether the session waits for more.</param>
    public OrderingProtocol.Deliver Take(bool isOwed)
    {
        var delivery = _lines.IsEmpty && !IsLast
            ? isOwed ? NothingYet : Nothing
            : new OrderingProtocol.Deliver(_lines.Take(), IsAnswer, IsLast, isOwed);
        (IsAnswer, IsLast) = (false, false);
        return delivery;
    }
}
