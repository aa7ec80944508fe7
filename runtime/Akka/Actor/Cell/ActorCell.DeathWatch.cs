using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <content>Watching other actors, and being watched.</content>
internal sealed partial class ActorCell
{
    // The actors watched, each with the message wanted instead of Terminated, if there is one. Without the children whose cells
    // say it themselves: of those an actor may have thousands.
    private ActorTable _watching;

    // Those of them whose Terminated lies in the mailbox.
    private ActorTable _terminatedQueued;

    // Without the parent, who hears of the end anyway.
    private ActorTable _watchedBy;

    // Set and read by the parent, in its turn.
    private bool _isWatchedByParent;

    public IActorRef Watch(IActorRef subject) => BeginWatch(subject, null);

    public IActorRef WatchWith(IActorRef subject, object message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return BeginWatch(subject, message);
    }

    public IActorRef Unwatch(IActorRef subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (!UnwatchChild(subject) && _watching.Remove(subject))
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch(_self));
        }

        _terminatedQueued.Remove(subject);
        return subject;
    }

    /// <summary>Makes sure that a Terminated put back into the mailbox is delivered a second time.</summary>
    internal void ExpectTerminated(IActorRef subject) => _terminatedQueued.TryAdd(subject, note: null);

    private IActorRef BeginWatch(IActorRef subject, object? message)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject is LocalActorRef child && _children is not null && _children.Contains(child))
        {
            WatchChild(child, message);
        }
        else if (!subject.Equals(_self) && _watching.TryAdd(subject, message))
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Watch(_self));
        }

        return subject;
    }

    /// <summary>Nothing is sent: a child's parent hears of its end anyway.</summary>
    private void WatchChild(LocalActorRef child, object? message)
    {
        if (child.Cell._isWatchedByParent || _watching.Contains(child))
        {
            return;
        }

        if (message is null)
        {
            child.Cell._isWatchedByParent = true;
        }
        else
        {
            _watching.TryAdd(child, message);
        }
    }

    /// <returns>Whether it is a child that <see cref="WatchChild"/> had marked.</returns>
    private bool UnwatchChild(IActorRef subject)
    {
        if (subject is not LocalActorRef actor || !ReferenceEquals(actor.Parent, _self) || !actor.Cell._isWatchedByParent)
        {
            return false;
        }

        actor.Cell._isWatchedByParent = false;
        return true;
    }

    private void AddWatcher(IInternalActorRef watcher)
    {
        if (!ReferenceEquals(watcher, _parent))
        {
            _watchedBy.TryAdd(watcher, note: null);
        }
    }

    private void RemoveWatcher(IInternalActorRef watcher) => _watchedBy.Remove(watcher);

    private void HandleDeath(IActorRef actor, bool existenceConfirmed)
    {
        var isWatched = UnwatchChild(actor) | _watching.Remove(actor, out var message);
        if (isWatched && _children is not { IsTerminating: true })
        {
            // Through the mailbox: it must not overtake what the dead actor told before.
            _terminatedQueued.Set(actor, message);
            _self.Tell(new Terminated(actor, existenceConfirmed, addressTerminated: false), actor);
        }

        if (actor is LocalActorRef child && _children is not null && _children.Contains(child))
        {
            HandleChildDeath(child);
        }
    }

    private void ReceiveTerminated(Terminated terminated)
    {
        // Unwatched meanwhile, or told by someone else: not expected any more.
        if (_terminatedQueued.Remove(terminated.ActorRef, out var message))
        {
            CurrentMessage = message ?? terminated;
            ReceiveMessage(CurrentMessage);
        }
    }

    private void NotifyWatchers()
    {
        foreach (var watcher in _watchedBy.Actors)
        {
            ((IInternalActorRef)watcher).SendSystemMessage(new DeathWatchNotification(_self, existenceConfirmed: true));
        }

        _watchedBy.Clear();
    }

    private void UnwatchAll()
    {
        foreach (var subject in _watching.Actors)
        {
            ((IInternalActorRef)subject).SendSystemMessage(new Unwatch(_self));
        }

        _watching.Clear();
        _terminatedQueued.Clear();
    }
}
