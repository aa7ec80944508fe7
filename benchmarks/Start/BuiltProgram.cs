namespace Benchmarks.Start;

/// <summary>A program in the folder that a build or <c>dotnet publish</c> wrote.</summary>
/// <param name="File">What is started.</param>
/// <param name="Arguments">What comes before the program's own arguments.</param>
internal sealed record BuiltProgram(string File, IReadOnlyList<string> Arguments)
{
    public const string Server = "ActorArbiter";
    public const string Client = "ActorClient";

    /// <summary>The program as people start it: its executable, or by dotnet where there is none; <see langword="null"/> without either.</summary>
    public static BuiltProgram? In(DirectoryInfo folder, string name)
    {
        var executable = Path.Combine(folder.FullName, name);
        if (System.IO.File.Exists(executable))
            return new BuiltProgram(executable, []);
        var library = Path.Combine(folder.FullName, $"{name}.dll");
        return System.IO.File.Exists(library) ? new BuiltProgram("dotnet", [library]) : null;
    }
}
