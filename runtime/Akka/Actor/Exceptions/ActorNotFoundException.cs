namespace Akka.Actor;

/// <summary>An actor selection matched no actor.</summary>
public class ActorNotFoundException : AkkaException
{
    /// <summary>Creates the exception without a message.</summary>
    public ActorNotFoundException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was looked for.</param>
    /// <param name="innerException">The exception behind it, if any.</param>
    public ActorNotFoundException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
