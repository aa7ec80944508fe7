using System.Globalization;

namespace ActorArbiter.Server;

/// <summary>How many files and sockets this process may have open.</summary>
internal static class DescriptorLimit
{
    /// <summary>
    /// What the process needs beside its connections: its own files, of which .NET opens some when they are first used, and
    /// connections that are being accepted or refused.
    /// </summary>
    public const int Reserve = 512;

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
    /// As many of the connections that <paramref name="options"/> allow as fit <paramref name="limit"/>, shared equally by all
    /// listeners, each of which serves one at least. A process without a free descriptor does not get over it: .NET may find an
    /// assembly missing for ever then, or end at once.
    /// </summary>
    /// <param name="limit">The most descriptors; <see langword="null"/> if it is not known.</param>
    /// <param name="options">What the server is told.</param>
    /// <param name="warning">What to tell about it; <see langword="null"/> when all fit.</param>
    public static ArbiterOptions Fit(long? limit, ArbiterOptions options, out string? warning)
    {
        warning = null;
        var connections = (long)options.Limits.MaxConnections * options.Listeners.Count;
        var needed = connections + Reserve;
        if (limit is not { } most || most >= needed)
            return options;

        var fitting = (int)Math.Max(1, (most - Reserve) / options.Listeners.Count);
        warning = FormattableString.Invariant(
            $"warning: {connections} connections need {needed} open files, but only {most} are allowed: each listener serves {fitting} connections at most; raise ulimit -n or lower arbiter.max-connections");
        return options with { Limits = options.Limits with { MaxConnections = fitting } };
    }

    internal static long? Parse(IEnumerable<string> limits)
    {
        const string Name = "Max open files";
        var line = limits.FirstOrDefault(each => each.StartsWith(Name, StringComparison.Ordinal));
        var soft = line?[Name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return long.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
