using System.Diagnostics;
using Akka.Actor;

namespace Akka.Dispatch;

/// <summary>Runs actors: gives threads to mailboxes that have become non-empty.</summary>
public abstract class MessageDispatcher
{
    private const int DefaultThroughput = 30;

    /// <summary>Creates a dispatcher with the settings of its section: <c>id</c>, <c>throughput</c> and its deadline.</summary>
    /// <param name="configurator">What makes the dispatcher.</param>
    protected MessageDispatcher(MessageDispatcherConfigurator configurator)
    {
        ArgumentNullException.ThrowIfNull(configurator);
        Configurator = configurator;
        var config = configurator.Config;
        Id = config.GetString("id", "");
        Throughput = Math.Max(1, config.GetInt("throughput", DefaultThroughput));
        var deadline = config.GetTimeSpan("throughput-deadline-time");
        ThroughputDeadlineTime = deadline > TimeSpan.Zero ? deadline.Ticks : null;
    }

    /// <summary>What made the dispatcher.</summary>
    public MessageDispatcherConfigurator Configurator { get; }

    /// <summary>The path of its section in the configuration.</summary>
    public string Id { get; protected set; }

    /// <summary>How many messages an actor processes before others get a turn.</summary>
    public int Throughput { get; protected set; }

    /// <summary>After how many ticks of 100 ns an actor lets others have a turn, whatever the throughput; null: never.</summary>
    public long? ThroughputDeadlineTime { get; protected set; }

    /// <summary>Runs a delegate on the dispatcher's threads.</summary>
    /// <param name="run">The delegate.</param>
    public void Schedule(Action run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ExecuteTask(new ActionRunnable(run));
    }

    /// <summary>Runs a piece of work on the dispatcher's threads.</summary>
    /// <param name="run">The work.</param>
    public void Schedule(IRunnable run)
    {
        ArgumentNullException.ThrowIfNull(run);
        ExecuteTask(run);
    }

    internal void Execute(Mailbox mailbox) => ExecuteTask(mailbox);

    /// <summary>The timestamp at which a turn that begins now has to end; 0 if it need not.</summary>
    internal long NewDeadline() =>
        ThroughputDeadlineTime is { } ticks
            ? Stopwatch.GetTimestamp() + (ticks * (Stopwatch.Frequency / TimeSpan.TicksPerSecond))
            : 0;

    /// <summary>Called when an actor has stopped that ran on this dispatcher.</summary>
    internal virtual void Detach(ActorCell cell)
    {
    }

    /// <summary>Called once when the actor system has terminated.</summary>
    internal void ShutdownNow() => Shutdown();

    /// <summary>Runs a piece of work: soon, in another thread or in this one.</summary>
    /// <param name="run">The work.</param>
    protected abstract void ExecuteTask(IRunnable run);

    /// <summary>Releases the threads.</summary>
    protected abstract void Shutdown();
}
