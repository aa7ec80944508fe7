namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>Who is told of the sockets of a loop, each by the key that the poll knows it by. Used on the loop's thread.</summary>
internal sealed class ReadinessTargets
{
    private readonly List<IReadinessTarget?> _targets = [];
    private readonly Stack<int> _freeKeys = new();
    private readonly List<int> _forgottenKeys = [];

    /// <summary>The key that <see cref="Add"/> will return.</summary>
    public int NextKey
    {
        get
        {
            if (_freeKeys.Count == 0)
            {
                _freeKeys.Push(_targets.Count);
                _targets.Add(null);
            }

            return _freeKeys.Peek();
        }
    }

    /// <summary>The target of a key; none if it was forgotten.</summary>
    public IReadinessTarget? this[int key] => _targets[key];

    /// <summary>Adds a target.</summary>
    /// <returns>Its key.</returns>
    public int Add(IReadinessTarget target)
    {
        var key = NextKey;
        _freeKeys.Pop();
        _targets[key] = target;
        return key;
    }

    /// <summary>
    /// Tells a target nothing more. The poll may have told of it already, and not been heard yet: its key is not used again before the
    /// next round.
    /// </summary>
    public void Forget(int key)
    {
        _targets[key] = null;
        _forgottenKeys.Add(key);
    }

    /// <summary>All that the poll told of was heard.</summary>
    public void BeginRound()
    {
        _forgottenKeys.ForEach(_freeKeys.Push);
        _forgottenKeys.Clear();
    }

    /// <summary>Has all closed that are left, for nobody else could.</summary>
    public void End()
    {
        for (var key = 0; key < _targets.Count; key++)
            _targets[key]?.OnEnd();
    }
}
