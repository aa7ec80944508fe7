namespace ActorClient.CommandLine;

/// <summary>When a contender of a named round sends its message.</summary>
internal enum SendMoment
{
    /// <summary>When all seats are taken.</summary>
    WhenReady,

    /// <summary>With the JOIN: the round may be decided before all seats are taken.</summary>
    AtOnce,

    /// <summary>When a person presses Enter, or a line ends on standard input.</summary>
    OnEnter,
}
