namespace Akka.Actor;

/// <summary>Does to all children what it decides about the one that failed.</summary>
public class AllForOneStrategy : SupervisorStrategy
{
    /// <summary>Creates the strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts a child is allowed within the time; null or negative: any number.</param>
    /// <param name="withinTimeRange">The time; null or negative: without end.</param>
    /// <param name="localOnlyDecider">Decides about each failure.</param>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, Func<Exception, Directive> localOnlyDecider)
        : this(maxNrOfRetries, withinTimeRange, new LocalOnlyDecider(localOnlyDecider))
    {
    }

    /// <summary>Creates the strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts a child is allowed within the time; null or negative: any number.</param>
    /// <param name="withinTimeRange">The time; null or negative: without end.</param>
    /// <param name="decider">Decides about each failure.</param>
    public AllForOneStrategy(int? maxNrOfRetries, TimeSpan? withinTimeRange, IDecider decider)
        : this(maxNrOfRetries ?? -1, (int)(withinTimeRange ?? Timeout.InfiniteTimeSpan).TotalMilliseconds, decider)
    {
    }

    /// <summary>Creates the strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts a child is allowed within the time; negative: any number.</param>
    /// <param name="withinTimeMilliseconds">The time; negative: without end.</param>
    /// <param name="localOnlyDecider">Decides about each failure.</param>
    /// <param name="loggingEnabled">Whether failures are logged.</param>
    public AllForOneStrategy(
        int maxNrOfRetries,
        int withinTimeMilliseconds,
        Func<Exception, Directive> localOnlyDecider,
        bool loggingEnabled = true)
        : this(maxNrOfRetries, withinTimeMilliseconds, new LocalOnlyDecider(localOnlyDecider), loggingEnabled)
    {
    }

    /// <summary>Creates the strategy.</summary>
    /// <param name="maxNrOfRetries">How many restarts a child is allowed within the time; negative: any number.</param>
    /// <param name="withinTimeMilliseconds">The time; negative: without end.</param>
    /// <param name="decider">Decides about each failure.</param>
    /// <param name="loggingEnabled">Whether failures are logged.</param>
    public AllForOneStrategy(int maxNrOfRetries, int withinTimeMilliseconds, IDecider decider, bool loggingEnabled = true)
    {
        ArgumentNullException.ThrowIfNull(decider);
        MaxNumberOfRetries = maxNrOfRetries;
        WithinTimeRangeMilliseconds = withinTimeMilliseconds;
        Decider = decider;
        LoggingEnabled = loggingEnabled;
    }

    /// <summary>Creates the strategy with any number of restarts.</summary>
    /// <param name="localOnlyDecider">Decides about each failure.</param>
    public AllForOneStrategy(Func<Exception, Directive> localOnlyDecider)
        : this(-1, -1, localOnlyDecider)
    {
    }

    /// <summary>Creates the strategy with any number of restarts.</summary>
    /// <param name="decider">Decides about each failure.</param>
    public AllForOneStrategy(IDecider decider)
        : this(-1, -1, decider)
    {
    }

    /// <summary>Creates the strategy with the default decider and any number of restarts.</summary>
    protected AllForOneStrategy()
        : this(DefaultDecider)
    {
    }

    /// <summary>How many restarts a child is allowed within the time; negative: any number.</summary>
    public int MaxNumberOfRetries { get; }

    /// <summary>The time in milliseconds; negative: without end.</summary>
    public int WithinTimeRangeMilliseconds { get; }

    /// <inheritdoc/>
    public override IDecider Decider { get; }

    /// <inheritdoc/>
    public override void ProcessFailure(
        IActorContext context,
        bool restart,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(children);
        if (restart
            && children.All(each => each.RequestRestartPermission(MaxNumberOfRetries, WithinTimeRangeMilliseconds)))
        {
            foreach (var each in children)
            {
                RestartChild(each.Child, cause, suspendFirst: !each.Child.Equals(child));
            }

            return;
        }

        foreach (var each in children)
        {
            context.Stop(each.Child);
        }
    }

    /// <summary>Does nothing.</summary>
    /// <param name="actorContext">The supervisor.</param>
    /// <param name="child">The child.</param>
    /// <param name="children">Those that are left.</param>
    public override void HandleChildTerminated(
        IActorContext actorContext,
        IActorRef child,
        IEnumerable<IInternalActorRef> children)
    {
    }

    /// <inheritdoc/>
    protected override Directive Handle(IActorRef child, Exception exception) => Decider.Decide(exception);
}
