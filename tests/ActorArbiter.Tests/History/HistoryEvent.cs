using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.History;

/// <summary>What a client did or was told. All times are of one monotonic clock.</summary>
/// <param name="At">When: before it was done, after it was told.</param>
/// <param name="Id">Who the client is in the round; a name of its own if it is no contender.</param>
internal abstract record HistoryEvent(long At, string Id)
{
    /// <summary>A message is about to be complete on its way to the server.</summary>
    public sealed record Said(long At, string Id, string Text) : HistoryEvent(At, Id);

    /// <summary>A line of the server was read.</summary>
    public sealed record Told(long At, string Id, SessionReply Reply) : HistoryEvent(At, Id);

    /// <summary>The connection ended before all was told.</summary>
    public sealed record Lost(long At, string Id) : HistoryEvent(At, Id);
}
