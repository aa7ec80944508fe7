namespace ActorArbiter.Tests.Journal;

/// <summary>A test of what is done on Linux alone.</summary>
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux())
            Skip = "this is done on Linux alone";
    }
}
