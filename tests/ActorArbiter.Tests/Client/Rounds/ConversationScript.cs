using ActorClient;
using ActorClient.Conversation;
using ActorClient.Rounds;

namespace ActorArbiter.Tests.Client.Rounds;

/// <summary>Plays a conversation line by line and writes down what it wants done, a line each.</summary>
internal sealed class ConversationScript(RoundConversation conversation)
{
    public AwaitedStep Awaited => conversation.Awaited;

    /// <summary>A connection comes up.</summary>
    public string[] Connect()
    {
        conversation.Connected();
        return Done();
    }

    /// <summary>The server says these lines.</summary>
    public string[] Hear(params string[] lines)
    {
        foreach (var line in lines)
            conversation.Hear(line);
        return Done();
    }

    /// <summary>The connection is lost.</summary>
    public void Lose()
    {
        conversation.Lost();
        Assert.Empty(Done());
    }

    /// <summary>The user sends a message.</summary>
    public string[] Send(string text)
    {
        ((ContenderConversation)conversation).Send(text);
        return Done();
    }

    private string[] Done() => [.. conversation.Take().Select(Written)];

    private static string Written(RoundEffect effect) => effect switch
    {
        RoundEffect.Say { Commands: var commands } => "> " + string.Join(" | ", commands),
        RoundEffect.Tell { Event: var happened } => Written(happened),
        RoundEffect.Reconnect { Reason: var reason } => $"reconnect: {reason}",
        RoundEffect.End => "end",
        RoundEffect.Fail { Outcome: ClientOutcome.Refused { Error: var error } } => $"refused: {error.Code}",
        RoundEffect.Fail { Outcome: ClientOutcome.ConnectionLost { Reason: var reason } } => $"lost: {reason}",
        _ => effect.ToString(),
    };

    private static string Written(RoundEvent happened) => happened switch
    {
        RoundEvent.Joined e => $"joined {e.Id} {e.Seats}/{e.Of}",
        RoundEvent.Seated e => $"seated {e.Id} {e.Seats}/{e.Of}",
        RoundEvent.Ready e => $"ready {string.Join(' ', e.Ids)}",
        RoundEvent.Sent e => $"sent {e.Text}",
        RoundEvent.Received e => $"received {e.Text}",
        RoundEvent.Refused e => $"does not count: {e.Error.Code}",
        RoundEvent.Decided { Verdict: var verdict, WasDecidedBefore: var before } =>
            $"{(before ? "decided before" : "decided")} {verdict.Number} {verdict.Sentence} [{string.Join(", ", verdict.Places.Select(Written))}]",
        _ => happened.GetType().Name.ToLowerInvariant(),
    };

    private static string Written(Placing placing) => $"{placing.Place}/{placing.Arrived} {placing.Id} {placing.Gap}";
}
