namespace Benchmarks.Subjects;

/// <summary>What is measured beside each other; their names on the command line are the same in lower case.</summary>
internal enum ServerKind
{
    /// <summary>The arbiter on plain .NET sockets, which the others are compared with.</summary>
    Plain,

    /// <summary>The arbiter, without journal and transcript.</summary>
    Arbiter,

    /// <summary>The arbiter with its transcript in a file, without journal.</summary>
    Transcript,

    /// <summary>Redis, which keeps nothing.</summary>
    Redis,
}
