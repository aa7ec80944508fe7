using System.Runtime.InteropServices;

namespace ActorClient.Hosting;

/// <summary>The process group that the keyboard's signals go to.</summary>
internal static partial class ForegroundGroup
{
    private const string ControllingTerminal = "/dev/tty";

    /// <summary>
    /// Whether it is this process's own. Then all of the group are sent what is typed, Ctrl-C for one. Without a controlling
    /// terminal, and on Windows, it is not.
    /// </summary>
    public static bool IsOwn()
    {
        if (OperatingSystem.IsWindows())
            return false;
        try
        {
            using var terminal = File.OpenHandle(ControllingTerminal);
            return ForegroundOf((int)terminal.DangerousGetHandle()) == OwnGroup();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // There is no controlling terminal.
        }
    }

    // tcgetpgrp(3).
    [LibraryImport("libc", EntryPoint = "tcgetpgrp", SetLastError = true)]
    private static partial int ForegroundOf(int terminal);

    // getpgrp(2).
    [LibraryImport("libc", EntryPoint = "getpgrp")]
    private static partial int OwnGroup();
}
