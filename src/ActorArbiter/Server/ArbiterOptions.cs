using ActorArbiter.Connections;
using ActorArbiter.Journal;
using ActorArbiter.Ordering;
using ActorArbiter.Transports;

namespace ActorArbiter.Server;

/// <summary>All that the server is told at its start.</summary>
internal sealed record ArbiterOptions
{
    /// <summary>At least one.</summary>
    public required IReadOnlyList<ListenerOptions> Listeners { get; init; }

    public required TransportOptions Transport { get; init; }

    public required OrderingOptions Ordering { get; init; }

    public required ConnectionOptions Connections { get; init; }

    public required LimitOptions Limits { get; init; }

    /// <summary>Where verdicts are kept; nowhere when <see langword="null"/>.</summary>
    public required JournalOptions? Journal { get; init; }

    /// <summary>Where the bound addresses are written; nowhere when <see langword="null"/>.</summary>
    public required string? PortFile { get; init; }

    /// <summary>Whether to print only that the server is ready.</summary>
    public required bool Quiet { get; init; }

    /// <summary>How long contenders have to close after the last verdict that was asked for.</summary>
    public required TimeSpan DrainTimeout { get; init; }
}
