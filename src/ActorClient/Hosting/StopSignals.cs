using System.Runtime.InteropServices;

namespace ActorClient.Hosting;

/// <summary>
/// The signals of this process. SIGINT (Ctrl-C) and SIGTERM: the first asks the program to leave and to end; the second has the
/// operating system's effect, at once. When a child takes the program's place, all signals are the child's.
/// </summary>
/// <remarks>They have one handler each for the whole time: one that comes while it changes hands is neither lost nor told twice.</remarks>
internal sealed class StopSignals : IDisposable
{
    private const int SignalBase = 128;

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<int> _kept = [];
    private readonly PosixSignalRegistration[] _registrations;
    private SignalRelay? _child;
    private bool _keeps;

    public StopSignals() => _registrations =
    [
        Handle(PosixSignal.SIGHUP, 1, stops: false, fromKeyboard: false),
        Handle(PosixSignal.SIGINT, 2, stops: true, fromKeyboard: true),
        Handle(PosixSignal.SIGQUIT, 3, stops: false, fromKeyboard: true),
        Handle(PosixSignal.SIGTERM, 15, stops: true, fromKeyboard: false),
    ];

    /// <summary>Canceled by the first signal.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>What to exit with after a signal, as shells count.</summary>
    public int ExitCode { get; private set; }

    /// <summary>A child is about to be started: what comes from now on is kept for it.</summary>
    public void KeepForChild()
    {
        lock (_lock)
        {
            _keeps = true;
            if (_stop.IsCancellationRequested)
                _kept.Add(ExitCode - SignalBase);
        }
    }

    /// <summary>The child is there: it is sent what was kept, and all that comes.</summary>
    public void PassTo(SignalRelay child)
    {
        lock (_lock)
        {
            _child = child;
            _kept.ForEach(child.Send);
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private PosixSignalRegistration Handle(PosixSignal signal, int number, bool stops, bool fromKeyboard) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            lock (_lock)
            {
                context.Cancel = _keeps || (stops && !_stop.IsCancellationRequested);
                if (_child is not null)
                    _child.Pass(number, fromKeyboard);
                else if (_keeps)
                    _kept.Add(number);
                if (_keeps || !context.Cancel)
                    return;
                ExitCode = SignalBase + number;
            }

            _stop.Cancel();
        });
}
