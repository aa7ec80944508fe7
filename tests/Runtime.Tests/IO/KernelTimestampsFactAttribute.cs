namespace Runtime.Tests.IO;

/// <summary>A test of timestamps from the kernel, skipped where the kernel has none.</summary>
public sealed class KernelTimestampsFactAttribute : FactAttribute
{
    public KernelTimestampsFactAttribute()
    {
        if (!OperatingSystem.IsOSPlatformVersionAtLeast("linux", 5, 8))
            Skip = "The kernel has no timestamps of received bytes.";
    }
}
