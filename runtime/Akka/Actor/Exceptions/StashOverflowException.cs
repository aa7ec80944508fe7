namespace Akka.Actor;

/// <summary>A stash is full.</summary>
public class StashOverflowException : AkkaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="cause">The exception behind it, if any.</param>
    public StashOverflowException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
