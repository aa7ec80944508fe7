using System.Globalization;

namespace Benchmarks.Processes;

/// <summary>What a process holds.</summary>
/// <param name="Descriptors">Its open files and sockets (proc(5), <c>/proc/PID/fd</c>).</param>
/// <param name="PrivateBytes">
/// Its memory that no file is behind and that is not swapped out (<c>RssAnon</c> in <c>/proc/PID/status</c>): heap, stacks and compiled
/// code, but not the pages of its assemblies, which come and go as the system likes.
/// </param>
internal readonly record struct ProcessUsage(int Descriptors, long PrivateBytes)
{
    public const double BytesPerMegabyte = 1 << 20;

    public double Megabytes => PrivateBytes / BytesPerMegabyte;

    /// <exception cref="BenchmarkException">There is no such process any more.</exception>
    public static ProcessUsage Of(int process)
    {
        try
        {
            return new ProcessUsage(
                Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count(),
                1024 * Number(File.ReadLines($"/proc/{process}/status"), "RssAnon:"));
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
        Math.Max(one.Descriptors, other.Descriptors), Math.Max(one.PrivateBytes, other.PrivateBytes));

    private static long Number(IEnumerable<string> lines, string name)
    {
        var line = lines.FirstOrDefault(each => each.StartsWith(name, StringComparison.Ordinal));
        var word = line?[name.Length..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return word == "unlimited" ? long.MaxValue : long.Parse(word ?? "0", NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
