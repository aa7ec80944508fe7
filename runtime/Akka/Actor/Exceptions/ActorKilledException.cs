namespace Akka.Actor;

/// <summary>An actor was sent <see cref="Kill"/>.</summary>
public class ActorKilledException : AkkaException
{
    /// <summary>Creates the exception without a message.</summary>
    public ActorKilledException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public ActorKilledException(string message)
        : base(message)
    {
    }
}
