using ActorArbiter.Protocol.Sessions;
using ActorClient.Conversation;

namespace ActorClient.Rounds;

/// <summary>What a <see cref="RoundConversation"/> wants done.</summary>
internal abstract record RoundEffect
{
    private RoundEffect()
    {
    }

    /// <summary>Say this to the server, all of it in one segment.</summary>
    /// <param name="Commands">A line each.</param>
    public sealed record Say(IReadOnlyList<SessionCommand> Commands) : RoundEffect
    {
        /// <summary>The lines as they are sent.</summary>
        public override string ToString() => string.Concat(Commands.Select(command => $"{command}\n"));
    }

    /// <summary>Tell the observer.</summary>
    /// <param name="Event">What happened.</param>
    public sealed record Tell(RoundEvent Event) : RoundEffect;

    /// <summary>Give this connection up and get another.</summary>
    /// <param name="Reason">Why, as the end of a sentence.</param>
    public sealed record Reconnect(string Reason) : RoundEffect;

    /// <summary>All was told; the last effect.</summary>
    public sealed record End : RoundEffect;

    /// <summary>There is no outcome to be had; the last effect.</summary>
    /// <param name="Outcome">Why.</param>
    public sealed record Fail(ClientOutcome Outcome) : RoundEffect;
}
