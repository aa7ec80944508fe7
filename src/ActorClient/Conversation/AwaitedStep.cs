namespace ActorClient.Conversation;

/// <summary>What a conversation waits for.</summary>
public enum AwaitedStep
{
    /// <summary>A connection to the server.</summary>
    Connection,

    /// <summary>The greeting, which comes when all contenders are connected.</summary>
    Greeting,

    /// <summary>That the message is on its way.</summary>
    Send,

    /// <summary>The reply, which comes when all contenders have sent.</summary>
    Reply,
}
