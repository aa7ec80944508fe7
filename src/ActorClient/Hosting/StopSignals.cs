using System.Runtime.InteropServices;

namespace ActorClient.Hosting;

/// <summary>
/// SIGINT (Ctrl-C) and SIGTERM: the first asks the program to leave and to end; the second has the operating system's
/// effect, at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public StopSignals()
    {
        _interrupt = Handle(PosixSignal.SIGINT, ExitCodes.Interrupted);
        _terminate = Handle(PosixSignal.SIGTERM, ExitCodes.Terminated);
    }

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>What to exit with after a signal, as shells count.</summary>
    public int ExitCode { get; private set; }

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
    }

    private PosixSignalRegistration Handle(PosixSignal signal, int exitCode) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            if (_stop.IsCancellationRequested)
                return;
            context.Cancel = true;
            ExitCode = exitCode;
            _stop.Cancel();
        });
}
