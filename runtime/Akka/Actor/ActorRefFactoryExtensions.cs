namespace Akka.Actor;

/// <summary>Shorthands for creating and selecting actors.</summary>
public static class ActorRefFactoryExtensions
{
    /// <summary>Creates an actor that has a constructor without parameters.</summary>
    /// <typeparam name="TActor">The type of the actor.</typeparam>
    /// <param name="factory">Where to create it.</param>
    /// <param name="name">The name, unique among its siblings; null to have one made up.</param>
    public static IActorRef ActorOf<TActor>(this IActorRefFactory factory, string? name = null)
        where TActor : ActorBase, new() =>
        factory.ActorOf(Props.Create<TActor>(), name);

    /// <summary>Selects the actors at a path that starts at another actor.</summary>
    /// <param name="factory">Any place in the same system.</param>
    /// <param name="anchorRef">The actor where the path starts.</param>
    /// <param name="actorPath">The path, such as <c>../b</c> or <c>child/*</c>.</param>
    public static ActorSelection ActorSelection(this IActorRefFactory factory, IActorRef anchorRef, string actorPath) =>
        new(anchorRef, actorPath);
}
