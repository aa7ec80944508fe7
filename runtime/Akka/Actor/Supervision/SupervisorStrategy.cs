using Akka.Event;

namespace Akka.Actor;

/// <summary>What an actor does about the failures of its children. A failed child is suspended until it is decided.</summary>
public abstract class SupervisorStrategy
{
    /// <summary>
    /// Stops children that could not be created, were killed, or did not handle <see cref="Terminated"/>; restarts the others.
    /// </summary>
    public static readonly IDecider DefaultDecider = Akka.Actor.Decider.From(
        Directive.Restart,
        Directive.Stop.When<ActorInitializationException>(),
        Directive.Stop.When<ActorKilledException>(),
        Directive.Stop.When<DeathPactException>());

    /// <summary>The default decider, for the failed child alone.</summary>
    public static readonly SupervisorStrategy DefaultStrategy = new OneForOneStrategy(DefaultDecider);

    /// <summary>Stops every child that fails.</summary>
    public static readonly OneForOneStrategy StoppingStrategy = new(_ => Directive.Stop);

    /// <summary>What decides.</summary>
    public abstract IDecider Decider { get; }

    /// <summary>Whether failures are logged: resumed ones as warnings, escalated ones by whoever ends them, others as errors.</summary>
    protected bool LoggingEnabled { get; set; }

    /// <summary>Decides.</summary>
    /// <param name="child">The failed child.</param>
    /// <param name="exception">The failure.</param>
    protected abstract Directive Handle(IActorRef child, Exception exception);

    /// <summary>Restarts or stops children after a failure.</summary>
    /// <param name="context">The supervisor.</param>
    /// <param name="restart">False: stop.</param>
    /// <param name="child">The failed child.</param>
    /// <param name="cause">The failure.</param>
    /// <param name="stats">The failed child's restarts so far.</param>
    /// <param name="children">All children's restarts so far.</param>
    public abstract void ProcessFailure(
        IActorContext context,
        bool restart,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children);

    /// <summary>Called after a child has stopped.</summary>
    /// <param name="actorContext">The supervisor.</param>
    /// <param name="child">The child.</param>
    /// <param name="children">Those that are left.</param>
    public abstract void HandleChildTerminated(
        IActorContext actorContext,
        IActorRef child,
        IEnumerable<IInternalActorRef> children);

    /// <summary>Does what was decided.</summary>
    /// <returns>False if the failure is to be escalated.</returns>
    internal bool HandleFailure(
        IActorContext context,
        IActorRef child,
        Exception cause,
        ChildRestartStats stats,
        IReadOnlyCollection<ChildRestartStats> children)
    {
        var directive = Handle(child, cause);
        LogFailure(context, child, cause, directive);
        switch (directive)
        {
            case Directive.Resume:
                ResumeChild(child, cause);
                return true;
            case Directive.Restart:
            case Directive.Stop:
                ProcessFailure(context, directive == Directive.Restart, child, cause, stats, children);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Lets a child go on.</summary>
    /// <param name="child">The child.</param>
    /// <param name="exception">Its failure.</param>
    protected static void ResumeChild(IActorRef child, Exception exception) => ((IInternalActorRef)child).Resume(exception);

    /// <summary>Restarts a child.</summary>
    /// <param name="child">The child.</param>
    /// <param name="cause">The failure.</param>
    /// <param name="suspendFirst">True if it is not the one that failed: that one is suspended already.</param>
    protected static void RestartChild(IActorRef child, Exception cause, bool suspendFirst)
    {
        var actor = (IInternalActorRef)child;
        if (suspendFirst)
        {
            actor.Suspend();
        }

        actor.Restart(cause);
    }

    /// <summary>Logs a failure; see <see cref="LoggingEnabled"/>.</summary>
    /// <param name="context">The supervisor.</param>
    /// <param name="child">The failed child.</param>
    /// <param name="cause">The failure.</param>
    /// <param name="directive">What was decided.</param>
    protected virtual void LogFailure(IActorContext context, IActorRef child, Exception cause, Directive directive)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!LoggingEnabled || directive == Directive.Escalate)
        {
            return;
        }

        var source = child.Path.ToString();
        var told = cause is ActorInitializationException { InnerException: { } inner } ? inner : cause;
        context.System.EventStream.Publish(
            directive == Directive.Resume
                ? new Warning(cause, source, GetType(), told.Message)
                : new Error(cause, source, GetType(), told.Message));
    }
}
