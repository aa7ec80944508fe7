using System.Globalization;

namespace Benchmarks.Processes;

/// <summary>What a process holds.</summary>
/// <param name="Descriptors">Its open files and sockets (proc(5), <c>/proc/PID/fd</c>).</param>
/// <param name="PrivateBytes">
/// Its memory that no file is behind and that is not swapped out (<c>RssAnon</c> in <c>/proc/PID/status</c>): heap, stacks and compiled
/// code, but not the pages of its assemblies, which come and go as the system likes.
/// </param>
/// <param name="ResidentBytes">Its memory that is not swapped out, with those pages (<c>VmRSS</c> there).</param>
internal readonly record struct ProcessUsage(int Descriptors, long PrivateBytes, long ResidentBytes)
{
    public const double BytesPerMegabyte = 1 << 20;

    public double Megabytes => PrivateBytes / BytesPerMegabyte;

    /// <exception cref="BenchmarkException">There is no such process any more.</exception>
    public static ProcessUsage Of(int process)
    {
        try
        {
            var status = File.ReadAllLines($"/proc/{process}/status");
            return new ProcessUsage(
                Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count(),
                1024 * Number(status, "RssAnon:"),
                1024 * Number(status, "VmRSS:"));
        }
        catch (IOException e)
        {
            throw new BenchmarkException($"the server is gone: {e.Message}");
        }
    }

    /// <summary>How many descriptors a process may have (the soft limit).</summary>
    public static long DescriptorLimit(int process) => Number(File.ReadLines($"/proc/{process}/limits"), "Max open files");

    /// <summary>More of each.</summary>
    public static ProcessUsage Max(ProcessUsage one, ProcessUsage other) => new(
        Math.Max(one.Descriptors, other.Descriptors),
        Math.Max(one.PrivateBytes, other.PrivateBytes),
        Math.Max(one.ResidentBytes, other.ResidentBytes));

    /// <summary>Less of each.</summary>
    public static ProcessUsage Min(ProcessUsage one, ProcessUsage other) => new(
        Math.Min(one.Descriptors, other.Descriptors),
        Math.Min(one.PrivateBytes, other.PrivateBytes),
        Math.Min(one.ResidentBytes, other.ResidentBytes));

    private static long Number(IEnumerable<string> lines, string name)
    {
        var line = lines.FirstOrDefault(each => each.StartsWith(name, StringComparison.Ordinal));
        var word = line?[name.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return word == "unlimited" ? long.MaxValue : long.Parse(word ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
