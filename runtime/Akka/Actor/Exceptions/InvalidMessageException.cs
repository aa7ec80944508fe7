namespace Akka.Actor;

/// <summary>A message was null.</summary>
public class InvalidMessageException : AkkaException
{
    /// <summary>Creates the exception for a null message.</summary>
    public InvalidMessageException()
        : this("Message is null")
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong with the message.</param>
    public InvalidMessageException(string message)
        : base(message)
    {
    }
}
