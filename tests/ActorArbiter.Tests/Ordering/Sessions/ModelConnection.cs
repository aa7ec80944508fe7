using ActorArbiter.Ordering;

namespace ActorArbiter.Tests.Ordering.Sessions;

/// <summary>What <see cref="SessionModel"/> knows of a connection.</summary>
internal sealed class ModelConnection(ConnectionId id)
{
    public ConnectionId Id { get; } = id;

    public List<(SessionInput Line, long Sequence)> Todo { get; } = [];

    public string? WaitsFor { get; set; }

    public bool IsHalfClosed { get; set; }

    public List<string> Watches { get; } = [];

    /// <summary>The round it was told last as a contender, until its next JOIN.</summary>
    public ModelRound? Last { get; set; }

    public bool HadSent { get; set; }

    public bool IsToldTooLate { get; set; }
}
