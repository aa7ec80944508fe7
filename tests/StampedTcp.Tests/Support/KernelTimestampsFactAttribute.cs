namespace StampedTcp.Tests.Support;

/// <summary>A test of the kernel's timestamps, skipped where it has none.</summary>
public sealed class KernelTimestampsFactAttribute : FactAttribute
{
    public KernelTimestampsFactAttribute()
    {
        if (!OperatingSystem.IsOSPlatformVersionAtLeast("linux", 5, 8))
            Skip = "The kernel has no timestamps of received bytes.";
    }
}
