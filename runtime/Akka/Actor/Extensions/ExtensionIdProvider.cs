namespace Akka.Actor;

/// <summary>The base of extension ids. Ids of the same type are equal.</summary>
/// <typeparam name="T">The type of the extension.</typeparam>
public abstract class ExtensionIdProvider<T> : IExtensionId<T>
    where T : IExtension
{
    /// <inheritdoc/>
    public Type ExtensionType => typeof(T);

    /// <inheritdoc/>
    public T Apply(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return (T)system.RegisterExtension(this);
    }

    /// <inheritdoc/>
    public T Get(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        return (T)system.GetExtension(this);
    }

    /// <inheritdoc/>
    public abstract T CreateExtension(ExtendedActorSystem system);

    object IExtensionId.Apply(ActorSystem system) => Apply(system);

    object IExtensionId.Get(ActorSystem system) => Get(system);

    object IExtensionId.CreateExtension(ExtendedActorSystem system) => CreateExtension(system);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is not null && obj.GetType() == GetType();

    /// <inheritdoc/>
    public override int GetHashCode() => GetType().GetHashCode();
}
