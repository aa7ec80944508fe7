namespace Akka.Hosting;

/// <summary>No actor is registered under the key that was looked up.</summary>
public sealed class MissingActorRegistryEntryException : ActorRegistryException
{
    /// <param name="message">What was wrong and what to do.</param>
    public MissingActorRegistryEntryException(string message)
        : base(message)
    {
    }

    internal static MissingActorRegistryEntryException For<TKey>() => new(
        $"No actor is registered under {typeof(TKey)}. Register it in WithActors; code that may run before the " +
        "actors have started, such as another hosted service, waits for it with GetAsync.");
}
