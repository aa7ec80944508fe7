namespace Akka.Actor;

/// <summary>Getting extensions by their type.</summary>
public static class ActorSystemWithExtensions
{
    /// <summary>The instance of an extension that is registered already.</summary>
    /// <typeparam name="T">The type of the extension.</typeparam>
    /// <param name="system">The system.</param>
    public static T WithExtension<T>(this ActorSystem system)
        where T : class, IExtension =>
        system.GetExtension<T>();

    /// <summary>The instance of an extension, registered if it is not.</summary>
    /// <typeparam name="T">The type of the extension.</typeparam>
    /// <param name="system">The system.</param>
    /// <param name="extensionId">The type of its id, with a constructor without parameters.</param>
    public static T WithExtension<T>(this ActorSystem system, Type extensionId)
        where T : class, IExtension
    {
        ArgumentNullException.ThrowIfNull(extensionId);
        return system.HasExtension<T>()
            ? system.GetExtension<T>()
            : (T)system.RegisterExtension((IExtensionId)Activator.CreateInstance(extensionId)!);
    }

    /// <summary>The instance of an extension, registered if it is not.</summary>
    /// <typeparam name="T">The type of the extension.</typeparam>
    /// <typeparam name="TI">The type of its id.</typeparam>
    /// <param name="system">The system.</param>
    public static T WithExtension<T, TI>(this ActorSystem system)
        where T : class, IExtension
        where TI : IExtensionId =>
        system.WithExtension<T>(typeof(TI));
}
