namespace StampedTcp.Tests.Support;

/// <summary>What the process holds on to.</summary>
internal static class Footprint
{
    /// <summary>The managed memory in use, in bytes, without garbage.</summary>
    public static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>How many threads have a name, of which the kernel keeps 15 characters.</summary>
    public static int ThreadsNamed(string name) =>
        Directory.GetDirectories("/proc/self/task").Count(task => NameOf(task) == name[..Math.Min(15, name.Length)].TrimEnd());

    /// <summary>The open descriptors of sockets.</summary>
    public static int Sockets() => DescriptorsOf("socket:");

    /// <summary>The open descriptors of epoll(7).</summary>
    public static int Polls() => DescriptorsOf("anon_inode:[eventpoll]");

    /// <summary>The open descriptors of eventfd(2).</summary>
    public static int Events() => DescriptorsOf("anon_inode:[eventfd]");

    /// <summary>Waits until a count is back where it was.</summary>
    public static Task BackToAsync(int before, Func<int> count, string what) =>
        Patience.UntilAsync(() => count() <= before, () => $"{count() - before} {what} are left");

    private static string NameOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm")).TrimEnd();
        }
        catch (IOException)
        {
            // The thread ended after the listing.
            return "";
        }
    }

    // A descriptor may be closed between the listing and the look at it.
    private static int DescriptorsOf(string kind) => Directory.GetFiles("/proc/self/fd")
        .Count(name => new FileInfo(name).LinkTarget?.StartsWith(kind, StringComparison.Ordinal) == true);
}
