namespace ActorArbiter.Tests.Journal;

/// <summary>A test that runs programs which are not part of the project. Where one is missing it is skipped.</summary>
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(params string[] programs)
    {
        Programs = programs;
        if (programs.FirstOrDefault(program => !IsThere(program)) is { } missing)
            Skip = $"there is no {missing} on this machine";
    }

    /// <summary>The programs it needs.</summary>
    public IReadOnlyList<string> Programs { get; }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
