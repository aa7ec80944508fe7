using System.Diagnostics;

namespace Benchmarks.Processes;

/// <summary>How a process is started.</summary>
/// <param name="Name">What messages call it: the beginning of a sentence, such as <c>the server</c>.</param>
/// <param name="Program">The program's name, or its file.</param>
/// <param name="Arguments">What is passed to it.</param>
/// <param name="Folder">The folder that it works in.</param>
/// <param name="SaysReady">Whether a line of its standard output says that it is ready.</param>
internal sealed record ChildStart(
    string Name, string Program, IReadOnlyList<string> Arguments, DirectoryInfo Folder, Predicate<string> SaysReady)
{
    /// <summary>Takes each line of its standard error, on a thread of the pool.</summary>
    public Action<string>? OnError { get; init; }

    /// <summary>The file that its standard output goes to, if it is not only looked at until it says that it is ready.</summary>
    public string? OutputFile { get; init; }

    /// <summary>A verb of the benchmarks of <paramref name="build"/>, with the .NET settings that its arbiter is delivered with.</summary>
    public static ChildStart OfVerb(
        string name, Build build, string verb, IEnumerable<string> arguments, DirectoryInfo folder, Predicate<string> saysReady) =>
        new(name, "dotnet", ["exec", "--runtimeconfig", build.RuntimeSettings, build.Program, verb, .. arguments], folder, saysReady);

    public ProcessStartInfo ToStartInfo()
    {
        // .NET cannot give a process a file for its output; a shell can, and is then replaced by the process.
        var start = OutputFile is null
            ? new ProcessStartInfo(Program, Arguments)
            : new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >\"$0\"", OutputFile, Program, .. Arguments]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = Folder.FullName;

        // The server's settings are those of the benchmark alone.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ARBITER_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        return start;
    }
}
