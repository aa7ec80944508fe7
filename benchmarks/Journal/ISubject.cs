namespace Benchmarks.Journal;

/// <summary>What plays rounds with the load: a server in a process of its own.</summary>
internal interface ISubject : IDisposable
{
    string Name { get; }

    /// <summary>The processor time that the server has used so far.</summary>
    TimeSpan ProcessorTime { get; }

    /// <summary>Plays for <paramref name="time"/>; the result is how many rounds were told within it.</summary>
    /// <exception cref="BenchmarkException">A contender was told something wrong, or nothing.</exception>
    long Play(TimeSpan time);

    /// <summary>Ends the server, and checks what it told in all.</summary>
    /// <exception cref="BenchmarkException">That is wrong.</exception>
    void End();
}
