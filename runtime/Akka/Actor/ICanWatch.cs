namespace Akka.Actor;

/// <summary>Something that can be told of the end of actors.</summary>
public interface ICanWatch
{
    /// <summary>Asks for one <see cref="Terminated"/> when an actor has stopped; at once if it has already.</summary>
    /// <param name="subject">The actor to watch. Watching oneself, or watching again, does nothing.</param>
    /// <returns>The actor.</returns>
    IActorRef Watch(IActorRef subject);

    /// <summary>As <see cref="Watch"/>, with another message in the place of <see cref="Terminated"/>.</summary>
    /// <param name="subject">The actor to watch.</param>
    /// <param name="message">The message to be told.</param>
    /// <returns>The actor.</returns>
    IActorRef WatchWith(IActorRef subject, object message);

    /// <summary>Undoes a watch. A notice that lies in the mailbox already is not delivered any more.</summary>
    /// <param name="subject">The actor.</param>
    /// <returns>The actor.</returns>
    IActorRef Unwatch(IActorRef subject);
}
