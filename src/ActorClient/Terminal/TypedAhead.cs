using System.Runtime.InteropServices;

namespace ActorClient.Terminal;

/// <summary>What was typed at the terminal on standard input and was not read yet.</summary>
internal static partial class TypedAhead
{
    private const int StandardInput = 0;

    /// <summary>TCIFLUSH: what was received, not what is written; BSD and macOS count from 1.</summary>
    private static readonly int Received = OperatingSystem.IsLinux() ? 0 : 1;

    /// <summary>Forgets it; a pipe keeps its lines.</summary>
    public static void Discard()
    {
        if (Console.IsInputRedirected)
            return;
        if (!OperatingSystem.IsWindows())
        {
            _ = Flush(StandardInput, Received);
            return;
        }

        while (Console.KeyAvailable)
            Console.ReadKey(intercept: true);
    }

    // tcflush(3). Not Console.KeyAvailable, which would change the terminal's mode.
    [LibraryImport("libc", EntryPoint = "tcflush", SetLastError = true)]
    private static partial int Flush(int terminal, int queue);
}
