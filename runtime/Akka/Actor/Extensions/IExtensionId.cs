namespace Akka.Actor;

/// <summary>Identifies an extension and creates it.</summary>
public interface IExtensionId
{
    /// <summary>The type of the extension.</summary>
    Type ExtensionType { get; }

    /// <summary>Registers the extension with a system unless it is, and returns the system's instance.</summary>
    /// <param name="system">The system.</param>
    object Apply(ActorSystem system);

    /// <summary>The system's instance.</summary>
    /// <param name="system">The system.</param>
    object Get(ActorSystem system);

    /// <summary>Creates an instance; called once per system.</summary>
    /// <param name="system">The system.</param>
    object CreateExtension(ExtendedActorSystem system);
}
