using System.Globalization;

namespace ActorArbiter.Server;

/// <summary>How many files and sockets this process may have open.</summary>
internal static class DescriptorLimit
{
    /// <summary>
    /// What the process needs beside its connections: its own files and listeners, and connections that are being
    /// refused.
    /// </summary>
    public const int Reserve = 256;

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

    /// <summary>
    /// What to tell when <paramref name="limit"/> is too low for the connections that are allowed;
    /// <see langword="null"/> when it is not, or is not known.
    /// </summary>
    public static string? Warning(long? limit, ArbiterOptions options)
    {
        var connections = (long)options.Limits.MaxConnections * options.Listeners.Count;
        var needed = connections + Reserve;
        return limit < needed
            ? FormattableString.Invariant(
                $"warning: {connections} connections need {needed} open files, but only {limit} are allowed: raise ulimit -n or lower arbiter.max-connections")
            : null;
    }

    internal static long? Parse(IEnumerable<string> limits)
    {
        const string Name = "Max open files";
        var line = limits.FirstOrDefault(each => each.StartsWith(Name, StringComparison.Ordinal));
        var soft = line?[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
