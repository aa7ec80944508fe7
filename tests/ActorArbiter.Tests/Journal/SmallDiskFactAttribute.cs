using System.Globalization;

namespace ActorArbiter.Tests.Journal;

/// <summary>A test that needs a <see cref="SmallDisk"/>.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <summary><c>CAP_SYS_ADMIN</c>, capabilities(7).</summary>
    private const int Administration = 21;

    public SmallDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !MayMount())
            Skip = "this user may not mount a file system";
    }

    private static bool MayMount()
    {
        const string effective = "CapEff:";
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(effective, StringComparison.Ordinal));
        var capabilities = ulong.Parse(line.AsSpan(effective.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((capabilities >> Administration) & 1) == 1;
    }
}
