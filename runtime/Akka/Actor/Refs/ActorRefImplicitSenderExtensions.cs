namespace Akka.Actor;

/// <summary>Telling with the current actor as the sender.</summary>
public static class ActorRefImplicitSenderExtensions
{
    /// <summary>Sends a message; its sender is the actor whose code is running, or nobody outside of actors.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    public static void Tell(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.Current?.Self);

    /// <summary>Sends a message on; its sender stays the sender of the message being processed.</summary>
    /// <param name="receiver">The receiver.</param>
    /// <param name="message">The message.</param>
    public static void Forward(this IActorRef receiver, object message) =>
        receiver.Tell(message, ActorCell.Current?.Sender);
}
