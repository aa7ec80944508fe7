namespace Benchmarks.Load;

/// <summary>What a contender of a session says in a round.</summary>
[Flags]
internal enum SessionRequests
{
    None = 0,

    /// <summary>That it takes part; with <c>brief=yes</c> nothing is answered to that.</summary>
    Join = 1,

    /// <summary>Its message.</summary>
    Send = 2,
}
