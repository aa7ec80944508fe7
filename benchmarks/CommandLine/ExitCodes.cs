namespace Benchmarks.CommandLine;

/// <summary>What the process ends with; 128 and the signal's number when a signal ended it.</summary>
internal static class ExitCodes
{
    public const int Passed = 0;

    /// <summary>The measurement did not show what it has to show, or could not be carried out.</summary>
    public const int Failed = 1;

    public const int WrongUsage = 2;
}
