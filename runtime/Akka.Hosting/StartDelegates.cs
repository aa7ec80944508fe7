using Akka.Actor;
using Akka.DependencyInjection;

namespace Akka.Hosting;

/// <summary>Starts actors once the system runs, and registers those that others look up.</summary>
/// <param name="system">The running system.</param>
/// <param name="registry">The registry of <paramref name="system"/>.</param>
public delegate Task ActorStarter(ActorSystem system, IActorRegistry registry);

/// <summary>An <see cref="ActorStarter"/> whose actors take constructor arguments from the host's services.</summary>
/// <param name="system">The running system.</param>
/// <param name="registry">The registry of <paramref name="system"/>.</param>
/// <param name="resolver">Makes props from the host's services.</param>
public delegate Task ActorStarterWithResolver(
    ActorSystem system, IActorRegistry registry, IDependencyResolver resolver);

/// <summary>Work to do once, after every actor starter has finished and before the host counts as started.</summary>
/// <param name="system">The running system.</param>
/// <param name="registry">The registry of <paramref name="system"/>.</param>
public delegate Task StartupTask(ActorSystem system, IActorRegistry registry);
