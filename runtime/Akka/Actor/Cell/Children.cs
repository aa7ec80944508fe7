using System.Collections;

namespace Akka.Actor;

/// <summary>
/// The children of one actor. Its own turn changes it; other threads read it for actor selections, and add to it where the
/// actor is a guardian: hence the lock.
/// </summary>
internal sealed class Children
{
    private readonly Dictionary<string, LocalActorRef> _byName = [];
    private readonly Lock _lock = new();
    private Dictionary<LocalActorRef, ChildRestartStats>? _stats;
    private HashSet<LocalActorRef>? _dying;
    private object? _goal;
    private bool _sealed;
    private long _anonymous;

    /// <summary>False while children are awaited, and after the end.</summary>
    internal bool IsNormal => _goal is null && !_sealed;

    /// <summary>True while the actor waits for children to stop before it is created anew.</summary>
    internal bool IsRebuilding => _goal is Rebuilding;

    /// <summary>True while the actor waits for children to stop before it stops itself.</summary>
    internal bool IsTerminating => _goal is Terminating;

    internal string NextAnonymousName() => ActorName.Generate(Interlocked.Increment(ref _anonymous) - 1);

    internal void Add(LocalActorRef child)
    {
        lock (_lock)
        {
            if (_sealed || _goal is Terminating)
            {
                throw new InvalidOperationException("Cannot create child while terminating or terminated");
            }

            if (!_byName.TryAdd(child.Path.Name, child))
            {
                throw new InvalidActorNameException($"Actor name \"{child.Path.Name}\" is not unique!");
            }
        }
    }

    internal bool Contains(LocalActorRef child) => ReferenceEquals(Find(child.Path.Name), child);

    internal LocalActorRef? Find(string name)
    {
        lock (_lock)
        {
            return _byName.GetValueOrDefault(name);
        }
    }

    internal LocalActorRef[] All()
    {
        lock (_lock)
        {
            return [.. _byName.Values];
        }
    }

    /// <summary>Notes that a child was told to stop.</summary>
    internal void MarkDying(LocalActorRef child)
    {
        lock (_lock)
        {
            if (_byName.GetValueOrDefault(child.Path.Name) == child)
            {
                (_dying ??= []).Add(child);
            }
        }
    }

    /// <summary>Sets what is to happen when the dying children are gone.</summary>
    /// <returns>False if there are none: it can happen at once.</returns>
    internal bool WaitForDying(object goal)
    {
        lock (_lock)
        {
            if (_dying is not { Count: > 0 })
            {
                return false;
            }

            _goal = goal;
            return true;
        }
    }

    /// <summary>Forgets a child that has stopped.</summary>
    /// <returns>The goal, if this was the last child it waited for.</returns>
    internal object? Remove(LocalActorRef child)
    {
        lock (_lock)
        {
            _byName.Remove(child.Path.Name);
            _stats?.Remove(child);
            _dying?.Remove(child);
            if (_goal is null || _dying is { Count: > 0 })
            {
                return null;
            }

            var goal = _goal;
            _goal = null;
            _sealed = goal is Terminating;
            return goal;
        }
    }

    /// <summary>Takes no more children.</summary>
    internal void Seal()
    {
        lock (_lock)
        {
            _sealed = true;
        }
    }

    internal ChildRestartStats StatsOf(LocalActorRef child)
    {
        _stats ??= [];
        if (!_stats.TryGetValue(child, out var stats))
        {
            _stats[child] = stats = new ChildRestartStats(child);
        }

        return stats;
    }

    internal IReadOnlyCollection<ChildRestartStats> AllStats() => new StatsView(this);

    /// <summary>The statistics of all children, made only if a strategy looks at them.</summary>
    private sealed class StatsView(Children children) : IReadOnlyCollection<ChildRestartStats>
    {
        public int Count => children._byName.Count;

        public IEnumerator<ChildRestartStats> GetEnumerator() => children.All().Select(children.StatsOf).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
