namespace ActorArbiter.Tests.History;

/// <summary>A round that some clients are to play.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What decides it.</param>
/// <param name="Contenders">The numbers of the clients.</param>
/// <param name="WindowMilliseconds">Its window, if that decides it.</param>
internal sealed record PlannedRound(string Name, RoundKind Kind, IReadOnlyList<int> Contenders, int WindowMilliseconds)
{
    private const int MostContenders = 6;

    /// <summary>The options of each JOIN.</summary>
    public string Terms => Kind switch
    {
        RoundKind.Full => FormattableString.Invariant($"of={Contenders.Count}"),
        RoundKind.Claim => "of=1",
        _ => FormattableString.Invariant($"of={Contenders.Count + 1} window={WindowMilliseconds}ms"),
    };

    /// <summary>Draws a plan. Who plays several rounds plays them in this order, so that no two rounds wait for each other.</summary>
    public static IReadOnlyList<PlannedRound> Draw(Random random, int rounds, int clients) =>
        [.. Enumerable.Range(0, rounds).Select(number => Draw(random, $"round-{number}", clients))];

    private static PlannedRound Draw(Random random, string name, int clients)
    {
        var kind = random.Next(10) switch
        {
            < 6 => RoundKind.Full,
            < 9 => RoundKind.Claim,
            _ => RoundKind.Window,
        };
        var drawn = random.GetItems(Enumerable.Range(0, clients).ToArray(), random.Next(2, MostContenders + 1));
        return new PlannedRound(name, kind, [.. drawn.Distinct()], random.Next(1, 20));
    }
}
