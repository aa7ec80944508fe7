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
            : [.. (searchPath?.Split(':') ?? []).Select(folder => Path.GetFullPath(Path.Combine(folder, command)))];
        var exitCode = ExitCodes.CommandNotFound;
        foreach (var path in candidates)
        {
            if (ModeOf(path) is not { } mode)
                continue;
            if ((mode & Executable) != 0)
                return (path, 0);
            exitCode = ExitCodes.CannotExecute;
        }

        return (null, exitCode);
    }

    /// <summary>What may be done with a file; nothing with a folder, or where that must not be known. None if there is no file.</summary>
    private static UnixFileMode? ModeOf(string path)
    {
        try
        {
            return OperatingSystem.IsWindows() || Directory.Exists(path) ? UnixFileMode.None : File.GetUnixFileMode(path);
        }
        catch (IOException)
        {
            return null; // A link that leads nowhere, too.
        }
        catch (UnauthorizedAccessException)
        {
            return UnixFileMode.None;
        }
    }
}
