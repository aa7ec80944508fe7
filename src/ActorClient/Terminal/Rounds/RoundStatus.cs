using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.Terminal.Rounds;

/// <summary>How it stands in a round, in one line: what happened so far, folded.</summary>
/// <param name="Round">The round.</param>
/// <param name="Server">The server as people write it.</param>
internal sealed record RoundStatus(RoundName Round, string Server)
{
    private enum Progress
    {
        Waiting,
        Asked,
        Sent,
        Received,
    }

    /// <summary>The line.</summary>
    public string Text => Problem ?? $"{Round}: {Seats}{Message}";

    /// <summary>Whether all seats are taken.</summary>
    public bool IsReady { get; private init; }

    /// <summary>
    /// Who is known to be seated. Who came before is not told by name until all are ready.
    /// </summary>
    private IReadOnlyList<ContenderId> Known { get; init; } = [];

    private int Taken { get; init; }

    private int Of { get; init; }

    private Progress Step { get; init; }

    private string Sending { get; init; } = "";

    private string? Problem { get; init; }

    private string Seats => (IsReady, Of) switch
    {
        (true, _) => $"ready: {RoundWording.Ids(Known)}",
        (_, 0) => "connected",
        (_, 1) => $"{Taken} joined",
        _ => $"{Taken} of {Of} seated ({RoundWording.Ids(Known)}{(Known.Count < Taken ? ", ..." : "")})",
    };

    private string Message => Step switch
    {
        Progress.Asked => $"; Enter sends {Sending}",
        Progress.Sent => "; sent ...",
        Progress.Received => "; waiting for the verdict ...",
        _ => " ...",
    };

    /// <summary>How it stands when <paramref name="happened"/> has happened, too.</summary>
    public RoundStatus After(RoundEvent happened) => happened switch
    {
        RoundEvent.ServerAwaited => this with { Problem = RoundWording.ServerAwaited(Server) },
        RoundEvent.ConnectionLost lost => this with { Problem = RoundWording.ConnectionLost(lost) },
        RoundEvent.Connected => this with { Problem = null },
        RoundEvent.Joined joined => Taking(joined.Id, joined.Seats, joined.Of),
        RoundEvent.Seated seated => Taking(seated.Id, seated.Seats, seated.Of),
        RoundEvent.Ready ready => this with
        {
            Problem = null,
            IsReady = true,
            Known = ready.Ids,
            Taken = ready.Ids.Count,
            Of = ready.Ids.Count,
        },
        RoundEvent.Sent => this with { Step = Progress.Sent },
        RoundEvent.Received => this with { Step = Progress.Received },
        RoundEvent.Refused => this with { Step = Sending.Length > 0 ? Progress.Asked : Progress.Waiting },
        _ => this,
    };

    /// <summary>How it stands when Enter is waited for, which sends <paramref name="text"/>.</summary>
    public RoundStatus Asking(string text) => this with { Sending = text, Step = Progress.Asked };

    private RoundStatus Taking(ContenderId id, int taken, int of)
    {
        // Fewer seats than names: somebody left, and nobody said who.
        IReadOnlyList<ContenderId> known = [.. Known.Where(other => other != id), id];
        return this with
        {
            Problem = null,
            Taken = taken,
            Of = of,
            Known = known.Count > taken ? [id] : known,
            IsReady = false,
        };
    }
}
