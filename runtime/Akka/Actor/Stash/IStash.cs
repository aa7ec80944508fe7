namespace Akka.Actor;

/// <summary>Where an actor puts messages aside that it cannot process yet.</summary>
public interface IStash
{
    /// <summary>The number of messages in the stash.</summary>
    int Count { get; }

    /// <summary>Whether the stash holds nothing.</summary>
    bool IsEmpty { get; }

    /// <summary>Whether the stash holds anything.</summary>
    bool NonEmpty { get; }

    /// <summary>Whether the stash can take no more.</summary>
    bool IsFull { get; }

    /// <summary>How many messages the stash can hold; not above zero: any number.</summary>
    int Capacity { get; }

    /// <summary>Puts the message being processed, with its sender, at the end of the stash.</summary>
    /// <exception cref="IllegalActorStateException">The message was put there already.</exception>
    /// <exception cref="StashOverflowException">The stash is full.</exception>
    void Stash();

    /// <summary>Puts the oldest message before all others in the mailbox.</summary>
    void Unstash();

    /// <summary>Puts all messages before the others in the mailbox, in the order they were stashed.</summary>
    void UnstashAll();

    /// <summary>Puts some messages before the others in the mailbox, in the order they were stashed; the rest is dropped.</summary>
    /// <param name="predicate">Which.</param>
    void UnstashAll(Func<Envelope, bool> predicate);

    /// <summary>Empties the stash.</summary>
    /// <returns>What was in it.</returns>
    IEnumerable<Envelope> ClearStash();

    /// <summary>Puts messages before those in the stash.</summary>
    /// <param name="envelopes">The messages, oldest first.</param>
    void Prepend(IEnumerable<Envelope> envelopes);
}
