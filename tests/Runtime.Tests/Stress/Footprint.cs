namespace Runtime.Tests.Stress;

/// <summary>What the process holds on to.</summary>
internal static class Footprint
{
    private const string Tasks = "/proc/self/task";
    private const string Descriptors = "/proc/self/fd";

    /// <summary>The managed memory in use, in bytes, without garbage.</summary>
    public static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>The threads that are not .NET's own, by id and name. None where the system does not say.</summary>
    public static HashSet<string> Threads() =>
        OperatingSystem.IsLinux()
            ? [.. Directory.GetDirectories(Tasks).Select(NameOf).Where(IsOurs)]
            : [];

    /// <summary>The number of open sockets; 0 where the system does not say.</summary>
    public static int Sockets() => DescriptorsOf("socket:");

    /// <summary>The number of open epoll(7) instances; 0 where the system does not say.</summary>
    public static int EventPolls() => DescriptorsOf("anon_inode:[eventpoll]");

    private static bool IsOurs(string name) => !name.Contains(" .NET ", StringComparison.Ordinal);

    private static string NameOf(string task)
    {
        try
        {
            return $"{Path.GetFileName(task)} {File.ReadAllText(Path.Combine(task, "comm")).TrimEnd()} ";
        }
        catch (IOException)
        {
            // The thread ended after the listing.
            return " .NET ";
        }
    }

    // A descriptor may be closed between the listing and the look at it.
    private static int DescriptorsOf(string kind) =>
        OperatingSystem.IsLinux()
            ? Directory.GetFiles(Descriptors)
                .Count(name => new FileInfo(name).LinkTarget?.StartsWith(kind, StringComparison.Ordinal) == true)
            : 0;
}
