namespace Akka.Actor;

/// <summary>A logger could not be started.</summary>
public class LoggerInitializationException : AkkaException
{
    /// <summary>Creates the exception without a message.</summary>
    public LoggerInitializationException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public LoggerInitializationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="cause">The exception behind it.</param>
    public LoggerInitializationException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
