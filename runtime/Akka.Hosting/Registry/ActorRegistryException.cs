namespace Akka.Hosting;

/// <summary>A registry could not do what was asked of it.</summary>
public class ActorRegistryException : Exception
{
    /// <param name="message">What was wrong and what to do.</param>
    public ActorRegistryException(string message)
        : base(message)
    {
    }
}
