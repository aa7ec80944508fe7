namespace Benchmarks.Processes;

/// <summary>How many files and sockets a process may have open.</summary>
internal static class DescriptorLimit
{
    /// <summary>What a process needs for other things.</summary>
    private const int Reserve = 400;

    /// <exception cref="BenchmarkException">This process, and the servers that it starts, may not have so many sockets.</exception>
    public static void Require(int sockets)
    {
        // .NET raises the soft limit to the hard one as it starts, in all of them.
        var limit = ProcessUsage.DescriptorLimit(Environment.ProcessId);
        if (sockets + Reserve > limit)
            throw new BenchmarkException(
                $"{sockets} connections need {sockets + Reserve} open files, and the limit is {limit}: raise it with 'ulimit -Hn', "
                + "or ask for fewer");
    }
}
