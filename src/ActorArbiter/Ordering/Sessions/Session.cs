using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What is known of a connection.</summary>
/// <param name="connection">The connection.</param>
internal sealed class Session(ConnectionId connection)
{
    public ConnectionId Connection { get; } = connection;

    /// <summary>Its lines that were not answered yet, the oldest first.</summary>
    public Queue<Line> Lines { get; } = new();

    /// <summary>Whether the first of <see cref="Lines"/> cannot be answered before a round is recorded.</summary>
    public bool IsWaiting { get; set; }

    /// <summary>What it is in a round that was not told yet; none if it is in none.</summary>
    public Contender? Contender { get; set; }

    /// <summary>What it is to be told.</summary>
    public Letter Letter { get; } = new();

    /// <summary>What it was in the round that was told last; none from its next JOIN on.</summary>
    public Participation? Last { get; set; }

    /// <summary>The rounds it watches.</summary>
    public HashSet<RoundName> Watched { get; } = [];

    /// <summary>Whether the client closed its sending side: the session ends when it is owed nothing any more.</summary>
    public bool IsHalfClosed { get; set; }

    public bool IsEnded { get; set; }

    /// <summary>Whether it is in a round that was not told yet, or watches one.</summary>
    public bool IsOwed => Contender is not null || Watched.Count > 0;

    /// <summary>Forgets its lines but for one that it waits with, which is answered still.</summary>
    public void KeepAwaitedLine()
    {
        var awaited = IsWaiting ? Lines.Peek() : default;
        Lines.Clear();
        if (IsWaiting)
            Lines.Enqueue(awaited);
    }
}
