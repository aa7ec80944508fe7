namespace Akka.Actor;

/// <summary>Identifies an extension and creates it.</summary>
/// <typeparam name="T">The type of the extension.</typeparam>
public interface IExtensionId<out T> : IExtensionId
    where T : IExtension
{
    /// <inheritdoc cref="IExtensionId.Apply"/>
    new T Apply(ActorSystem system);

    /// <inheritdoc cref="IExtensionId.Get"/>
    new T Get(ActorSystem system);

    /// <inheritdoc cref="IExtensionId.CreateExtension"/>
    new T CreateExtension(ExtendedActorSystem system);
}
