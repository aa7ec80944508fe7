namespace TestSupport;

/// <summary>
/// A test of what servers do with stamped TCP and not with Akka.IO. It is skipped where <c>ARBITER__TRANSPORT</c> says
/// <c>akka-io</c>, by which all servers of a run are told what carries their connections, and where there is no stamped TCP.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StampedFactAttribute : FactAttribute
{
    /// <param name="lacking">Why it does not pass with Akka.IO.</param>
    public StampedFactAttribute(AkkaIoLacks lacking)
    {
        Lacking = lacking;
        if (!IsStamped)
            Skip = $"Akka.IO lacks it: {lacking}";
    }

    /// <summary>Why it does not pass with Akka.IO.</summary>
    public AkkaIoLacks Lacking { get; }

    private static bool IsStamped =>
        OperatingSystem.IsLinux()
        && Environment.Is64BitProcess
        && Environment.GetEnvironmentVariable("ARBITER__TRANSPORT") is null or "" or "auto" or "stamped";
}
