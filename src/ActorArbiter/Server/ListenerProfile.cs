namespace ActorArbiter.Server;

/// <summary>How the clients of a listener talk.</summary>
internal enum ListenerProfile
{
    /// <summary>The client speaks first and once.</summary>
    Classic,

    /// <summary>The client waits to be told that all contenders are connected.</summary>
    Greeting,

    /// <summary>Every byte is sent back.</summary>
    Echo,
}
