using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Benchmarks.CommandLine;

/// <summary>
/// SIGINT (Ctrl-C), SIGTERM and SIGHUP: the first ends the measurement in order, a second one the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _exitCode;

    public Interruption() =>
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, context => OnSignal(context, 129)),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => OnSignal(context, 130)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => OnSignal(context, 143)),
        ];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Runs a measurement; the result is its exit code, or that of the signal that ended it.</summary>
    public static int Run(Func<CancellationToken, int> measure)
    {
        using var interruption = new Interruption();
        try
        {
            return measure(interruption.Token);
        }
        catch (Exception e) when (e is BenchmarkException or SocketException or OperationCanceledException)
        {
            // What fails after a signal fails because of it: the servers are killed at once.
            if (interruption.Token.IsCancellationRequested)
                return interruption._exitCode;
            Console.Error.WriteLine($"failed: {e.Message}");
            return ExitCodes.Failed;
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    private void OnSignal(PosixSignalContext context, int exitCode)
    {
        // Not cancelled, a signal has its usual effect.
        context.Cancel = !_source.IsCancellationRequested;
        _exitCode = exitCode;
        _source.Cancel();
    }
}
