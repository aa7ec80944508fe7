namespace ActorArbiter.CommandLine;

/// <summary>What the process ends with. A second signal ends it with 130 (SIGINT) or 143 (SIGTERM).</summary>
internal static class ExitCodes
{
    /// <summary>The rounds that were asked for were told, or the server was asked to stop.</summary>
    public const int Done = 0;

    /// <summary>Something failed; stderr says what.</summary>
    public const int Failed = 1;

    /// <summary>The command line or a setting is wrong; stderr says which.</summary>
    public const int WrongUsage = 2;
}
