namespace Benchmarks.Processes;

/// <summary>A build of this repository's benchmarks, which runs servers of its own sources by its hidden verbs.</summary>
/// <param name="Folder">Where its programs are.</param>
internal sealed record Build(DirectoryInfo Folder)
{
    private const string ProgramName = "Benchmarks.dll";
    private const string SettingsName = "ActorArbiter.runtimeconfig.json";

    /// <summary>The build that measures.</summary>
    public static Build This { get; } = new(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>What dotnet is to run.</summary>
    public string Program => Path.Combine(Folder.FullName, ProgramName);

    /// <summary>The .NET settings that its arbiter is delivered with (garbage collector, compiler).</summary>
    public string RuntimeSettings => Path.Combine(Folder.FullName, SettingsName);

    /// <summary>The builds in a folder and below it. What the compiler keeps for itself there has no settings, and is none.</summary>
    public static IReadOnlyList<Build> In(DirectoryInfo folder) =>
    [
        .. folder.EnumerateFiles(ProgramName, SearchOption.AllDirectories)
            .Select(program => new Build(program.Directory!))
            .Where(build => File.Exists(build.RuntimeSettings)),
    ];
}
