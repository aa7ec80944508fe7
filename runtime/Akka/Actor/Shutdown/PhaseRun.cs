using Akka.Event;

namespace Akka.Actor;

/// <summary>The run of one phase: its tasks at the same time, within its timeout.</summary>
internal sealed class PhaseRun
{
    private readonly Phase _phase;
    private readonly ShutdownTask[] _tasks;
    private readonly ILoggingAdapter _log;

    public PhaseRun(Phase phase, ShutdownTask[] tasks, ILoggingAdapter log)
    {
        _phase = phase;
        _tasks = tasks;
        _log = log;
    }

    /// <summary>Fails if a task fails or the timeout passes, and the phase does not recover from that.</summary>
    public async Task Run()
    {
        if (_tasks.Length == 0)
            return;

        _log.Debug(
            "Shutdown phase [{0}] begins: {1}", _phase.Name, string.Join(", ", _tasks.Select(task => task.Name)));
        try
        {
            // Not the actor system's scheduler: that one ends in the last phase, and may be one of virtual time.
            await Task.WhenAll(Array.ConvertAll(_tasks, Run)).WaitAsync(_phase.Timeout).ConfigureAwait(false);
        }
        catch (TimeoutException) when (_phase.Recover)
        {
            _log.Warning("Shutdown phase [{0}] was not over after {1}; going on.", _phase.Name, _phase.Timeout);
        }
        catch (TimeoutException cause)
        {
            throw new TimeoutException(
                $"Shutdown phase [{_phase.Name}] was not over after {_phase.Timeout}; it does not recover, "
                + "so the shutdown ends.",
                cause);
        }
    }

    private async Task Run(ShutdownTask task)
    {
        try
        {
            // On the thread pool, so that one task that blocks holds up neither the others nor the timeout.
            await Task.Run(task.Start).ConfigureAwait(false);
        }
        catch (Exception cause) when (_phase.Recover)
        {
            _log.Warning(cause, "Task [{0}] of shutdown phase [{1}] failed; going on.", task.Name, _phase.Name);
        }
    }
}
