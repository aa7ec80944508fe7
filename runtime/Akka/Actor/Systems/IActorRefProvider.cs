namespace Akka.Actor;

/// <summary>The tree of actors of one system.</summary>
public interface IActorRefProvider
{
    /// <summary>The actor at the root.</summary>
    IInternalActorRef RootGuardian { get; }

    /// <summary>The parent of all user actors: <c>/user</c>.</summary>
    IInternalActorRef Guardian { get; }

    /// <summary>The parent of the runtime's own actors: <c>/system</c>.</summary>
    IInternalActorRef SystemGuardian { get; }

    /// <summary>Where messages go that have no receiver.</summary>
    IActorRef DeadLetters { get; }

    /// <summary>The path of the root.</summary>
    ActorPath RootPath { get; }

    /// <summary>The settings of the system.</summary>
    Settings Settings { get; }

    /// <summary>The address of the system.</summary>
    Address DefaultAddress { get; }

    /// <summary>A new path for a reference that stands for no actor.</summary>
    ActorPath TempPath();

    /// <summary>The actor at a path; a reference to dead letters if there is none.</summary>
    /// <param name="path">The path as text.</param>
    IActorRef ResolveActorRef(string path);

    /// <summary>The actor at a path; a reference to dead letters if there is none.</summary>
    /// <param name="actorPath">The path; with a uid only that incarnation is meant.</param>
    IActorRef ResolveActorRef(ActorPath actorPath);
}
