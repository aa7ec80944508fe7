namespace ActorClient.Hosting;

/// <summary>
/// Finds the file of a command as POSIX shells do: a name with a slash is a path; any other is looked for in the folders of
/// <c>PATH</c>, and nowhere else.
/// </summary>
internal static class CommandPath
{
    private const UnixFileMode Executable =
        UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The file to execute, or the exit code that tells why there is none.</summary>
    /// <param name="command">The command as typed.</param>
    /// <param name="searchPath">The value of <c>PATH</c>.</param>
    public static (string? File, int ExitCode) Find(string command, string? searchPath)
    {
        // There are suffixes to be tried on Windows, which the system knows best.
        if (OperatingSystem.IsWindows())
            return (command, 0);

        // An empty folder is the working directory.
        string[] candidates = command.Contains('/', StringComparison.Ordinal)
            ? [Path.GetFullPath(command)]
            : [.. (searchPath ?? "").Split(':').Select(folder => Path.GetFullPath(Path.Combine(folder, command)))];
        string[] existing = [.. candidates.Where(Path.Exists)];
        return existing.FirstOrDefault(IsExecutable) is { } file
            ? (file, 0)
            : (null, existing.Length > 0 ? ExitCodes.CannotExecute : ExitCodes.CommandNotFound);
    }

    private static bool IsExecutable(string path) =>
        File.Exists(path) && !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Executable) != 0;
}
