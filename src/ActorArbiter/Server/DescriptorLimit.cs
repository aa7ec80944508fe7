using System.Globalization;

namespace ActorArbiter.Server;

/// <summary>How many files and sockets this process may have open.</summary>
internal static class DescriptorLimit
{
    /// <summary>
    /// The soft limit (proc(5), <c>/proc/self/limits</c>); <see langword="null"/> where there is none or it cannot be told.
    /// </summary>
    public static long? Read()
    {
        try
        {
            return OperatingSystem.IsLinux() ? Parse(File.ReadLines("/proc/self/limits")) : null;
        }
        catch (IOException)
        {
            return null; // No /proc: then nothing can be warned of.
        }
    }

    internal static long? Parse(IEnumerable<string> limits)
    {
        const string Name = "Max open files";
        var line = limits.FirstOrDefault(each => each.StartsWith(Name, StringComparison.Ordinal));
        var soft = line?[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
