namespace Akka.Actor;

/// <content>The children.</content>
internal sealed partial class ActorCell
{
    private Children? _children;

    private Children OwnChildren =>
        _children ?? Interlocked.CompareExchange(ref _children, new Children(), null) ?? _children!;

    /// <summary>Creates and starts a child. The guardians' cells are asked for it by any thread.</summary>
    /// <exception cref="InvalidActorNameException">The name is taken or breaks the rules.</exception>
    /// <exception cref="InvalidOperationException">The actor is stopping.</exception>
    public IActorRef ActorOf(Props props, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (_mailbox.IsClosed)
        {
            throw new InvalidOperationException("Cannot create child while terminating or terminated");
        }

        var children = OwnChildren;
        if (name is null)
        {
            name = children.NextAnonymousName();
        }
        else
        {
            ActorName.Check(name);
        }

        var path = new ChildActorPath(_self.Path, name, ActorName.NewUid());
        var child = SystemImpl.NewLocalActor(props, _self, path);
        children.Add(child);
        if (FailedBy is not null)
        {
            for (var i = 0; i < _mailbox.SuspendCount; i++)
            {
                child.Suspend();
            }
        }

        child.Start();
        return child;
    }

    public IActorRef Child(string name) => FindChild(name) ?? (IActorRef)ActorRefs.Nobody;

    public IEnumerable<IActorRef> GetChildren() => ChildRefs;

    public void Stop(IActorRef child)
    {
        ArgumentNullException.ThrowIfNull(child);
        if (child is LocalActorRef local)
        {
            _children?.MarkDying(local);
        }

        ((IInternalActorRef)child).Stop();
    }

    /// <summary>
    /// Prepares for children that other threads add: whether the actor still takes them is then decided in one place.
    /// </summary>
    internal void TakeChildrenFromOutside() => _ = OwnChildren;

    /// <summary>A snapshot of the children. Called by any thread.</summary>
    internal LocalActorRef[] ChildRefs => _children?.All() ?? [];

    /// <summary>Finds a child by its name. Called by any thread.</summary>
    internal LocalActorRef? FindChild(string name) => _children?.Find(name);

    /// <summary>The children when they are enumerated, which few strategies do: a snapshot per death would be quadratic.</summary>
    private IEnumerable<IInternalActorRef> EachChild()
    {
        foreach (var child in ChildRefs)
        {
            yield return child;
        }
    }

    private void StopChildren()
    {
        foreach (var child in ChildRefs)
        {
            Stop(child);
        }
    }

    private void HandleChildDeath(LocalActorRef child)
    {
        var goal = _children!.Remove(child);
        if (_actor is not null)
        {
            SupervisorStrategy.HandleChildTerminated(this, child, EachChild());
        }

        switch (goal)
        {
            case Rebuilding { RestartCause: { } cause }:
                FinishRecreate(cause);
                break;
            case Rebuilding:
                FinishCreateAgain();
                break;
            case Terminating:
                FinishTerminate();
                break;
        }
    }
}
