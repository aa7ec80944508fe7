using ActorArbiter.Protocol.Sessions;
using ActorClient.Conversation;

namespace ActorClient.Rounds;

/// <summary>Asks for the verdict of a round.</summary>
internal sealed class ResultConversation(RoundName round) : RoundConversation(round)
{
    /// <inheritdoc/>
    public override AwaitedStep Awaited => AwaitedStep.Answer;

    /// <inheritdoc/>
    protected override string Unanswered => "RESULT";

    /// <inheritdoc/>
    protected override void Begin() => Say(SessionCommand.Result(Round));

    /// <inheritdoc/>
    protected override void Answered(SessionReply reply)
    {
        if (reply is SessionReply.Refused { Error: var error })
            Fail(new ClientOutcome.Refused(error));
    }
}
