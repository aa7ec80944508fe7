using ActorArbiter.Protocol.Sessions;
using ActorClient.Conversation;

namespace ActorClient.Rounds;

/// <summary>Watches a round. WATCH has no answer of its own; the PONG behind it says that the server has understood.</summary>
internal sealed class WatcherConversation(RoundName round) : RoundConversation(round)
{
    private bool _isWatching;

    /// <inheritdoc/>
    public override AwaitedStep Awaited => _isWatching ? AwaitedStep.Verdict : AwaitedStep.Answer;

    /// <inheritdoc/>
    protected override string Unanswered => "WATCH";

    /// <inheritdoc/>
    public override void Lost() => _isWatching = false;

    /// <inheritdoc/>
    protected override void Begin() => Say(SessionCommand.Watch(Round), SessionCommand.Ping(null));

    /// <inheritdoc/>
    protected override void Answered(SessionReply reply)
    {
        switch (reply)
        {
            case SessionReply.Pong:
                _isWatching = true;
                Tell(new RoundEvent.Watching());
                break;
            case SessionReply.Seated seated when seated.Round == Round:
                Tell(new RoundEvent.Seated(seated.Id, seated.Seats, seated.Of));
                break;
            case SessionReply.Ready ready when ready.Round == Round:
                Tell(new RoundEvent.Ready(ready.Ids));
                break;
            case SessionReply.Refused { Error: var error }:
                Fail(new ClientOutcome.Refused(error));
                break;
        }
    }
}
