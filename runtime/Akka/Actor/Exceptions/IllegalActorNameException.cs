namespace Akka.Actor;

/// <summary>A path element in an actor selection is not allowed where it stands.</summary>
public class IllegalActorNameException : AkkaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public IllegalActorNameException(string message)
        : base(message)
    {
    }
}
