using Akka.Actor;

namespace Akka.Hosting;

/// <summary>
/// A registered actor as a service: what a class outside the system takes in its constructor to talk to that actor.
/// </summary>
/// <typeparam name="TActor">The key of the actor in the <see cref="ActorRegistry"/>.</typeparam>
public interface IRequiredActor<TActor>
{
    /// <summary>The actor.</summary>
    /// <exception cref="MissingActorRegistryEntryException">
    /// It is not registered (yet): before the system has started, use <see cref="GetAsync"/>.
    /// </exception>
    IActorRef ActorRef { get; }

    /// <summary>The actor, as soon as it is registered.</summary>
    /// <param name="cancellationToken">Ends the wait; the task is then cancelled.</param>
    Task<IActorRef> GetAsync(CancellationToken cancellationToken = default);
}
