using System.Globalization;

namespace ActorArbiter.Tests.Fuzzing;

/// <summary>What a process holds, as Linux tells it (proc(5)); on other systems nothing is known, and 0.</summary>
internal static class ServerResources
{
    /// <summary>How many descriptors are open.</summary>
    public static int Descriptors(int process) =>
        OperatingSystem.IsLinux() ? Directory.GetFileSystemEntries($"/proc/{process}/fd").Length : 0;

    /// <summary>How much memory is resident, in KiB.</summary>
    public static int ResidentKibibytes(int process) => OperatingSystem.IsLinux()
        ? int.Parse(
            File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture)
        : 0;
}
