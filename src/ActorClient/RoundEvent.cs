using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient;

/// <summary>What happens to a participation, or in a round that is watched.</summary>
public abstract record RoundEvent
{
    private RoundEvent()
    {
    }

    /// <summary>Nothing listens at the server's address yet; the client tries again. Told at most once a connection.</summary>
    public sealed record ServerAwaited : RoundEvent;

    /// <summary>There is a connection: the first, or a new one after <see cref="ConnectionLost"/>.</summary>
    public sealed record Connected : RoundEvent;

    /// <summary>The own seat is taken; told again when it was taken anew after <see cref="ConnectionLost"/>.</summary>
    /// <param name="Id">The own id.</param>
    /// <param name="Seats">How many contenders are seated; in a claim, how many joined.</param>
    /// <param name="Of">How many messages decide the round.</param>
    public sealed record Joined(ContenderId Id, int Seats, int Of) : RoundEvent;

    /// <summary>The server will tell what happens in the round that is watched; told again after <see cref="ConnectionLost"/>.</summary>
    public sealed record Watching : RoundEvent;

    /// <summary>Another contender has its seat.</summary>
    /// <param name="Id">Who that is.</param>
    /// <param name="Seats">How many contenders are seated; in a claim, how many joined.</param>
    /// <param name="Of">How many messages decide the round.</param>
    public sealed record Seated(ContenderId Id, int Seats, int Of) : RoundEvent;

    /// <summary>All seats are taken; told again when one was freed and taken anew, and after <see cref="ConnectionLost"/>.</summary>
    /// <param name="Ids">The contenders.</param>
    public sealed record Ready(IReadOnlyList<ContenderId> Ids) : RoundEvent
    {
        /// <summary>Whether both name the same contenders in the same order.</summary>
        public bool Equals(Ready? other) => other is not null && Ids.SequenceEqual(other.Ids);

        /// <inheritdoc/>
        public override int GetHashCode() => Ids.Count;
    }

    /// <summary>The message is on its way; told again when it was sent again.</summary>
    /// <param name="Text">What it says.</param>
    public sealed record Sent(string Text) : RoundEvent;

    /// <summary>The server has the message. Told once.</summary>
    /// <param name="Text">What it says.</param>
    public sealed record Received(string Text) : RoundEvent;

    /// <summary>The message does not count; another may be sent.</summary>
    /// <param name="Error">Why: <c>too-early</c>, which is before all are ready.</param>
    public sealed record Refused(ErrorReply Error) : RoundEvent;

    /// <summary>The round is decided; the last event.</summary>
    /// <param name="Verdict">How.</param>
    public sealed record Decided(RoundVerdict Verdict) : RoundEvent
    {
        /// <inheritdoc cref="RoundOutcome.Decided.WasDecidedBefore"/>
        public bool WasDecidedBefore { get; init; }
    }

    /// <summary>No message arrived by the deadline, and the name is free again; the last event.</summary>
    /// <param name="Round">The round.</param>
    public sealed record Expired(RoundName Round) : RoundEvent;

    /// <summary>The connection is lost, or the server asked to come back later; the client tries again.</summary>
    /// <param name="Reason">Why, as the end of a sentence: <c>the server closed the connection</c>.</param>
    /// <param name="Delay">How long until the next try.</param>
    public sealed record ConnectionLost(string Reason, TimeSpan Delay) : RoundEvent;
}
