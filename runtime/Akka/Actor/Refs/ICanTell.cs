namespace Akka.Actor;

/// <summary>Something that messages can be told to.</summary>
public interface ICanTell
{
    /// <summary>Sends a message and returns at once; there is no answer and no error if nobody receives it.</summary>
    /// <param name="message">The message, best an immutable object.</param>
    /// <param name="sender">Whom the receiver answers to; null for nobody.</param>
    /// <exception cref="ArgumentNullException">The message is null.</exception>
    void Tell(object message, IActorRef? sender);
}
