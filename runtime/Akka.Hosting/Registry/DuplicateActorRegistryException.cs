namespace Akka.Hosting;

/// <summary>A key was registered a second time without leave to overwrite the first.</summary>
public sealed class DuplicateActorRegistryException : ActorRegistryException
{
    /// <param name="message">What was wrong and what to do.</param>
    public DuplicateActorRegistryException(string message)
        : base(message)
    {
    }
}
