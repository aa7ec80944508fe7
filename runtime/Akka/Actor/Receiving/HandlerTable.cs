namespace Akka.Actor;

/// <summary>The handlers of one behaviour, in the order they were declared.</summary>
internal sealed class HandlerTable
{
    private Entry[] _entries = [];
    private bool _isComplete;

    internal void Add(Matcher matcher, Delegate handler, Delegate? predicate, bool takesAll)
    {
        if (_isComplete)
        {
            throw new InvalidOperationException(
                "A handler that catches all messages has been added. No handler can be added after that.");
        }

        // Grown by one: the table is made once per actor, read for every message, and should not be larger than it must.
        Array.Resize(ref _entries, _entries.Length + 1);
        _entries[^1] = new Entry(matcher, handler, predicate);
        _isComplete = takesAll;
    }

    internal bool TryHandle(object message)
    {
        foreach (ref readonly var entry in _entries.AsSpan())
        {
            if (entry.Matcher.TryHandle(message, entry.Handler, entry.Predicate))
            {
                return true;
            }
        }

        return false;
    }

    private readonly record struct Entry(Matcher Matcher, Delegate Handler, Delegate? Predicate);
}
