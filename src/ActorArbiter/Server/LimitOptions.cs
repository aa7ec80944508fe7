namespace ActorArbiter.Server;

/// <summary>How many clients a listener serves at once.</summary>
internal sealed record LimitOptions
{
    /// <summary>The most connections.</summary>
    public required int MaxConnections { get; init; }

    /// <summary>The most connections from one address; no limit when <see langword="null"/>.</summary>
    public required int? MaxConnectionsPerAddress { get; init; }
}
