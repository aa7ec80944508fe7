using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ActorClient.Hosting;

/// <summary>
/// Passes signals on to a child process, whose end is this program's end. What the keyboard sends (Ctrl-C, Ctrl-\) reaches
/// the child by itself, and must not reach it twice.
/// </summary>
internal sealed partial class SignalRelay : IDisposable
{
    private static readonly (PosixSignal Signal, int Number, bool FromKeyboard)[] Signals =
    [
        (PosixSignal.SIGHUP, 1, false),
        (PosixSignal.SIGINT, 2, true),
        (PosixSignal.SIGQUIT, 3, true),
        (PosixSignal.SIGTERM, 15, false),
    ];

    private readonly Process _child;
    private readonly PosixSignalRegistration[] _registrations;

    /// <param name="child">A child in this process's group.</param>
    public SignalRelay(Process child)
    {
        _child = child;
        _registrations =
        [
            .. Signals.Select(each => PosixSignalRegistration.Create(each.Signal, context =>
            {
                context.Cancel = true;
                if (!each.FromKeyboard || !ForegroundGroup.IsOwn())
                    Send(each.Number);
            })),
        ];
    }

    /// <summary>Sends the child a signal.</summary>
    /// <param name="number">Its POSIX number.</param>
    public void Send(int number)
    {
        if (!OperatingSystem.IsWindows() && !_child.HasExited)
            _ = Kill(_child.Id, number);
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    // kill(2).
    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int Kill(int process, int signal);
}
