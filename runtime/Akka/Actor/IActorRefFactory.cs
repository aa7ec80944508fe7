namespace Akka.Actor;

/// <summary>Something that actors can be created below, and looked up from.</summary>
public interface IActorRefFactory
{
    /// <summary>
    /// Creates an actor. Its constructor and PreStart run later, on its own dispatcher; messages may be told at once.
    /// </summary>
    /// <param name="props">What to create.</param>
    /// <param name="name">The name, unique among its siblings; null to have one made up.</param>
    /// <exception cref="InvalidActorNameException">The name is taken, empty or breaks the rules for names.</exception>
    /// <exception cref="InvalidOperationException">The parent is stopping.</exception>
    IActorRef ActorOf(Props props, string? name = null);

    /// <summary>Selects the actor at a path.</summary>
    /// <param name="actorPath">The path.</param>
    ActorSelection ActorSelection(ActorPath actorPath);

    /// <summary>Selects the actors at a path.</summary>
    /// <param name="actorPath">
    /// <c>akka://system/user/a</c>, <c>/user/a</c>, or a path relative to this place such as <c>../b</c>; names may contain
    /// the wildcards <c>*</c> and <c>?</c>.
    /// </param>
    ActorSelection ActorSelection(string actorPath);
}
