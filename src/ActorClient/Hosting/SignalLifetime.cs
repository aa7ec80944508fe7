using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace ActorClient.Hosting;

/// <summary>
/// Ends the program in order at the first SIGINT or SIGTERM; the second has the operating system's effect, at once.
/// </summary>
internal sealed class SignalLifetime : IHostLifetime, IDisposable
{
    private readonly ProgramExit _exit;
    private readonly List<PosixSignalRegistration> _registrations = [];

    public SignalLifetime(ProgramExit exit) => _exit = exit;

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        Handle(PosixSignal.SIGINT, ExitCodes.Interrupted);
        Handle(PosixSignal.SIGTERM, ExitCodes.Terminated);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _registrations.ForEach(registration => registration.Dispose());

    private void Handle(PosixSignal signal, int exitCode) =>
        _registrations.Add(PosixSignalRegistration.Create(signal, context => context.Cancel = _exit.TrySet(exitCode)));
}
