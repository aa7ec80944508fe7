using System.Diagnostics.CodeAnalysis;
using Akka.Configuration;
using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Stops an actor system in order: phase by phase, as <c>akka.coordinated-shutdown.phases</c> says, running the tasks
/// that were added to each. The last phase terminates the actor system.
/// </summary>
public sealed partial class CoordinatedShutdown : IExtension
{
    /// <summary>The first phase.</summary>
    public const string PhaseBeforeServiceUnbind = "before-service-unbind";

    /// <summary>Stop taking in new requests: close listeners.</summary>
    public const string PhaseServiceUnbind = "service-unbind";

    /// <summary>Wait for requests that are in progress.</summary>
    public const string PhaseServiceRequestsDone = "service-requests-done";

    /// <summary>Close what is left of services.</summary>
    public const string PhaseServiceStop = "service-stop";

    /// <summary>After the services have stopped.</summary>
    public const string PhaseBeforeClusterShutdown = "before-cluster-shutdown";

    /// <summary>Empty here.</summary>
    public const string PhaseClusterShardingShutdownRegion = "cluster-sharding-shutdown-region";

    /// <summary>Empty here.</summary>
    public const string PhaseClusterLeave = "cluster-leave";

    /// <summary>Empty here.</summary>
    public const string PhaseClusterExiting = "cluster-exiting";

    /// <summary>Empty here.</summary>
    public const string PhaseClusterExitingDone = "cluster-exiting-done";

    /// <summary>Empty here.</summary>
    public const string PhaseClusterShutdown = "cluster-shutdown";

    /// <summary>The last phase in which all of the actor system works.</summary>
    public const string PhaseBeforeActorSystemTerminate = "before-actor-system-terminate";

    /// <summary>The last phase: terminates the actor system.</summary>
    public const string PhaseActorSystemTerminate = "actor-system-terminate";

    private readonly PhaseGraph _phases;
    private readonly Dictionary<string, List<ShutdownTask>> _tasks = [];
    private readonly TaskCompletionSource<Done> _run = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ILoggingAdapter _log;
    private readonly bool _exitClr;
    private Reason? _reason;

    internal CoordinatedShutdown(ExtendedActorSystem system)
    {
        var config = system.Settings.Config.GetConfig("akka.coordinated-shutdown")!;
        System = system;
        _log = Logging.GetLogger(system, GetType());
        _phases = PhaseGraph.FromConfig(config);
        _exitClr = config.GetBoolean("exit-clr");
        if (config.GetBoolean("terminate-actor-system"))
            AddTask(PhaseActorSystemTerminate, "terminate-system", TerminateSystem);
        if (config.GetBoolean("run-by-clr-shutdown-hook"))
            RunWhenProcessExits();
    }

    /// <summary>The actor system that is shut down.</summary>
    public ExtendedActorSystem System { get; }

    /// <summary>Why the shutdown was run; null until it is.</summary>
    public Reason? ShutdownReason => Volatile.Read(ref _reason);

    /// <summary>The timeouts of all phases that have tasks, added up.</summary>
    public TimeSpan TotalTimeout
    {
        get
        {
            lock (_tasks)
                return _tasks.Keys.Aggregate(TimeSpan.Zero, (total, phase) => total + Timeout(phase));
        }
    }

    /// <summary>The shutdown of <paramref name="sys"/>.</summary>
    /// <exception cref="ConfigurationException">A phase depends on one that is not defined.</exception>
    /// <exception cref="ArgumentException">Phases depend on each other in a cycle.</exception>
    [SuppressMessage("Naming", "CA1716", Justification = "The name is part of the contract.")]
    public static CoordinatedShutdown Get(ActorSystem sys) => new CoordinatedShutdownExtension().Apply(sys);

    /// <summary>Adds a task to a phase. The tasks of a phase run at the same time.</summary>
    /// <param name="phase">The name of a phase in the configuration.</param>
    /// <param name="taskName">Names the task in the log.</param>
    /// <param name="task">Starts the task. A task added to a phase that has begun is not run.</param>
    /// <exception cref="ConfigurationException">There is no such phase.</exception>
    public void AddTask(string phase, string taskName, Func<Task<Done>> task)
    {
        if (_phases.Find(phase) is null)
        {
            throw new ConfigurationException(
                $"There is no phase [{phase}] to add task [{taskName}] to. The phases under "
                + $"akka.coordinated-shutdown.phases are: {_phases.Names}.");
        }

        lock (_tasks)
        {
            if (!_tasks.TryGetValue(phase, out var tasks))
                _tasks[phase] = tasks = [];
            tasks.Add(new ShutdownTask(taskName, task));
        }
    }

    /// <summary>How long the tasks of a phase may take together.</summary>
    /// <exception cref="ArgumentException">There is no such phase.</exception>
    public TimeSpan Timeout(string phase) => (_phases.Find(phase) ?? throw UnknownPhase(phase, nameof(phase))).Timeout;

    /// <summary>
    /// Runs the phases in their order. It happens once; a second call waits for the run of the first.
    /// </summary>
    /// <param name="reason">Why; kept in <see cref="ShutdownReason"/>.</param>
    /// <param name="fromPhase">The phase to begin with; those before it are skipped. All by default.</param>
    /// <returns>
    /// Ends after the last phase; fails if a phase failed or timed out that has <c>recover = off</c>, and then the
    /// phases after it have not been run.
    /// </returns>
    /// <exception cref="ArgumentException">There is no phase <paramref name="fromPhase"/>.</exception>
    public Task<Done> Run(Reason reason, string? fromPhase = null)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (fromPhase is not null && _phases.Find(fromPhase) is null)
            throw UnknownPhase(fromPhase, nameof(fromPhase));

        if (Interlocked.CompareExchange(ref _reason, reason, null) is null)
            _ = RunPhases(fromPhase is null ? _phases.Ordered : _phases.From(fromPhase));
        return _run.Task;
    }

    private async Task RunPhases(IEnumerable<Phase> phases)
    {
        try
        {
            foreach (var phase in phases)
                await new PhaseRun(phase, TasksOf(phase), _log).Run().ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            _run.SetException(cause);
            return;
        }

        _run.SetResult(Done.Instance);
        if (_exitClr)
            Environment.Exit(0);
    }

    private ShutdownTask[] TasksOf(Phase phase)
    {
        lock (_tasks)
            return _tasks.TryGetValue(phase.Name, out var tasks) ? [.. tasks] : [];
    }

    private async Task<Done> TerminateSystem()
    {
        await System.FinalTerminate().ConfigureAwait(false);
        return Done.Instance;
    }

    private void RunWhenProcessExits()
    {
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
        System.WhenTerminated.ContinueWith(
            _ => AppDomain.CurrentDomain.ProcessExit -= OnProcessExit, TaskScheduler.Default);
    }

    /// <summary>Blocks: the process ends when it returns.</summary>
    private void OnProcessExit(object? sender, EventArgs args)
    {
        try
        {
            Run(ClrExitReason.Instance).Wait(TotalTimeout);
        }
        catch (AggregateException cause)
        {
            _log.Warning(cause.InnerException!, "The shutdown at the exit of the process failed.");
        }
    }

    private ArgumentException UnknownPhase(string phase, string parameter)
        => new(
            $"There is no phase [{phase}]. The phases under akka.coordinated-shutdown.phases are: {_phases.Names}.",
            parameter);
}
