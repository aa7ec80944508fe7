namespace ActorArbiter.Tests.History;

/// <summary>What decides a round.</summary>
internal enum RoundKind
{
    /// <summary>The messages of all its contenders.</summary>
    Full,

    /// <summary>The end of its window.</summary>
    Window,

    /// <summary>The first message.</summary>
    Claim,
}
