namespace Akka.Actor;

/// <summary>The base of the exceptions that the actor runtime raises.</summary>
public abstract class AkkaException : Exception
{
    /// <summary>Creates the exception without a message of its own.</summary>
    protected AkkaException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="cause">The exception behind it, if any.</param>
    protected AkkaException(string? message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
