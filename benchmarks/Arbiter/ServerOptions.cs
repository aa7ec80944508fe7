using Benchmarks.Processes;

namespace Benchmarks.Arbiter;

/// <summary>How a server is run; by default as it is delivered, but for journal and transcript, which it has none of.</summary>
internal sealed record ServerOptions
{
    /// <summary>Which version it is.</summary>
    public Build Build { get; init; } = Build.This;

    /// <summary>What is not set to its default: lines of HOCON, which the build has to know.</summary>
    public string Settings { get; init; } = "";

    /// <summary>Its journal's file.</summary>
    public string? Journal { get; init; }

    /// <summary>The file that its standard output goes to, with its transcript; without one it is quiet.</summary>
    public string? Transcript { get; init; }

    /// <summary>
    /// Whether the listener of the profile classic is the only one. It may have more connections then, for listeners share the limit of
    /// open files.
    /// </summary>
    public bool IsClassicOnly { get; init; }

    /// <summary>Whether a thread of the server forces full garbage collections all the time.</summary>
    public bool ForceCollections { get; init; }
}
