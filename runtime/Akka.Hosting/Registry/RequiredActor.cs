using Akka.Actor;

namespace Akka.Hosting;

/// <summary>Looks the actor up in the registry each time it is asked for.</summary>
/// <typeparam name="TActor">The key of the actor in the <see cref="ActorRegistry"/>.</typeparam>
public sealed class RequiredActor<TActor> : IRequiredActor<TActor>
{
    private readonly IReadOnlyActorRegistry _registry;

    /// <param name="registry">The registry to look in.</param>
    public RequiredActor(IReadOnlyActorRegistry registry) => _registry = registry;

    /// <inheritdoc/>
    public IActorRef ActorRef => _registry.Get<TActor>();

    /// <inheritdoc/>
    public Task<IActorRef> GetAsync(CancellationToken cancellationToken = default) =>
        _registry.GetAsync<TActor>(cancellationToken);
}
