using System.Runtime.InteropServices;

namespace ActorArbiter.Hosting;

/// <summary>
/// SIGINT (Ctrl-C) and SIGTERM: the first asks the server to stop, a second one ends the process at once, with exit code
/// 130 or 143.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    public StopSignals()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _stop.Dispose();
    }

    private void OnSignal(PosixSignalContext context)
    {
        // Not cancelled, a signal has its usual effect.
        context.Cancel = !_stop.IsCancellationRequested;
        _stop.Cancel();
    }
}
