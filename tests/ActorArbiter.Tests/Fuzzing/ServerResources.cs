using System.Globalization;

namespace ActorArbiter.Tests.Fuzzing;

/// <summary>What a process holds, as Linux tells it (proc(5)); on other systems nothing is known, and 0.</summary>
internal static class ServerResources
{
    /// <summary>How many sockets are open; .NET opens other files when it first needs them.</summary>
    public static int Sockets(int process) => OperatingSystem.IsLinux()
        ? new DirectoryInfo($"/proc/{process}/fd").EnumerateFileSystemInfos()
            .Count(each => each.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) is true)
        : 0;

    /// <summary>How much memory is resident, in KiB.</summary>
    public static int ResidentKibibytes(int process) => OperatingSystem.IsLinux()
        ? int.Parse(
            File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("VmRSS:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture)
        : 0;
}
