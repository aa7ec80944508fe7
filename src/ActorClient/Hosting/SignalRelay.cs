using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorClient.Hosting;

/// <summary>Passes signals on to a child process, whose end is this program's end.</summary>
/// <param name="child">A child in this process's group.</param>
internal sealed partial class SignalRelay(Process child)
{
    /// <summary>
    /// Passes on a signal that this process was sent. What the keyboard sends (Ctrl-C, Ctrl-\) reaches the child by itself, and
    /// must not reach it twice.
    /// </summary>
    /// <param name="number">Its POSIX number.</param>
    /// <param name="fromKeyboard">Whether the keyboard can send it.</param>
    public void Pass(int number, bool fromKeyboard)
    {
        if (!fromKeyboard || !ForegroundGroup.IsOwn())
            Send(number);
    }

    /// <summary>Sends the child a signal.</summary>
    /// <param name="number">Its POSIX number.</param>
    public void Send(int number)
    {
        if (!OperatingSystem.IsWindows() && !child.HasExited)
            _ = Kill(child.Id, number);
    }

    // kill(2).
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
