namespace Akka.IO;

/// <summary>A connection could not be opened for a reason that is no socket error, such as a timeout.</summary>
public class ConnectException : Exception
{
    /// <param name="message">What was tried and why it failed.</param>
    public ConnectException(string message)
        : base(message)
    {
    }
}
