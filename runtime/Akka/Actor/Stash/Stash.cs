namespace Akka.Actor;

/// <summary>The stash of one actor instance.</summary>
internal sealed class Stash : IStash
{
    private readonly ActorCell _cell;
    private LinkedList<Envelope> _envelopes = new();
    private int _lastStashedTurn;

    internal Stash(ActorCell cell, int capacity)
    {
        _cell = cell;
        Capacity = capacity;
    }

    public int Count => _envelopes.Count;

    public bool IsEmpty => Count == 0;

    public bool NonEmpty => !IsEmpty;

    public bool IsFull => Capacity > 0 && Count >= Capacity;

    public int Capacity { get; }

    void IStash.Stash()
    {
        var message = _cell.CurrentMessage
            ?? throw new IllegalActorStateException("There is no message to stash: none is being processed.");
        if (_cell.CurrentTurn == _lastStashedTurn)
        {
            throw new IllegalActorStateException($"Can't stash the same message {message} more than once");
        }

        if (IsFull)
        {
            throw new StashOverflowException(
                $"Couldn't enqueue message {message} from {_cell.Sender} to stash of {_cell.Self}: it holds {Capacity} already.");
        }

        _lastStashedTurn = _cell.CurrentTurn;
        _envelopes.AddLast(new Envelope(message, _cell.Sender));
    }

    public void Unstash()
    {
        if (_envelopes.First is { } oldest)
        {
            _envelopes.RemoveFirst();
            PostFirst(oldest.Value);
        }
    }

    public void UnstashAll() => UnstashAll(_ => true);

    public void UnstashAll(Func<Envelope, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        foreach (var envelope in ClearStash().Where(predicate).Reverse())
        {
            PostFirst(envelope);
        }
    }

    public IEnumerable<Envelope> ClearStash()
    {
        if (IsEmpty)
        {
            return [];
        }

        var cleared = _envelopes;
        _envelopes = new LinkedList<Envelope>();
        return cleared;
    }

    public void Prepend(IEnumerable<Envelope> envelopes)
    {
        ArgumentNullException.ThrowIfNull(envelopes);
        foreach (var envelope in envelopes.Reverse())
        {
            _envelopes.AddFirst(envelope);
        }
    }

    private void PostFirst(Envelope envelope)
    {
        if (envelope.Message is Terminated terminated)
        {
            _cell.ExpectTerminated(terminated.ActorRef);
        }

        _cell.Mailbox.PostFirst(envelope);
    }
}
