using System.Runtime.ExceptionServices;
using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <content>Failures: the actor's own, and those of its children.</content>
internal sealed partial class ActorCell
{
    private IActorRef? FailedBy => _uncommon?.FailedBy;

    /// <summary>Suspends the actor and its children and asks the supervisor what to do.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="childrenNotToSuspend">Children that stay as they are.</param>
    private void HandleFailure(Exception cause, IReadOnlyCollection<IActorRef>? childrenNotToSuspend = null)
    {
        if (FailedBy is not null || _mailbox.IsClosed)
        {
            return;
        }

        _mailbox.Suspend();
        if (CurrentMessage is Failed failed)
        {
            // The child is suspended already, by its own failure.
            Uncommon.FailedBy = failed.Child;
            childrenNotToSuspend = [failed.Child, .. childrenNotToSuspend ?? []];
        }
        else
        {
            Uncommon.FailedBy = _self;
        }

        SuspendChildren(childrenNotToSuspend);
        _parent.SendSystemMessage(new Failed(_self, cause));
    }

    private void ClearFailure()
    {
        _mailbox.Resume();
        ForgetFailure();
    }

    private void HandleResume(Exception? causedByFailure)
    {
        if (_actor is null)
        {
            BeginCreateAgain();
            return;
        }

        var failedBy = FailedBy;
        _mailbox.Resume();
        if (causedByFailure is not null)
        {
            ForgetFailure();
        }

        foreach (var child in _children?.All() ?? [])
        {
            child.Resume(child.Equals(failedBy) ? causedByFailure : null);
        }
    }

    private void ForgetFailure() => _uncommon?.FailedBy = null;

    private void HandleChildFailure(Failed failed)
    {
        // A failure of a former incarnation concerns nobody any more.
        if (_children is null || failed.Child is not LocalActorRef child || !_children.Contains(child))
        {
            return;
        }

        CurrentMessage = failed;
        _sender = child;
        var handled = SupervisorStrategy.HandleFailure(
            this,
            child,
            failed.Cause,
            _children.StatsOf(child),
            _children.AllStats());
        if (!handled)
        {
            ExceptionDispatchInfo.Throw(failed.Cause);
        }

        CurrentMessage = null;
    }

    private SupervisorStrategy SupervisorStrategy => _actor!.StrategyInForce(_props);

    private void SuspendChildren(IReadOnlyCollection<IActorRef>? except)
    {
        foreach (var child in _children?.All() ?? [])
        {
            if (except is null || !except.Contains(child))
            {
                child.Suspend();
            }
        }
    }
}
