namespace Akka.Actor;

/// <summary>An operation is not allowed in the state the actor is in.</summary>
public class IllegalActorStateException : AkkaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public IllegalActorStateException(string message)
        : base(message)
    {
    }
}
