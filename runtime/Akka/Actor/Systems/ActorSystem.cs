using Akka.Actor.Setup;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Actor;

/// <summary>A tree of actors with the services they share. It works until it is terminated.</summary>
public abstract class ActorSystem : IActorRefFactory, IDisposable
{
    /// <summary>The settings.</summary>
    public abstract Settings Settings { get; }

    /// <summary>The name.</summary>
    public abstract string Name { get; }

    /// <summary>The bus for events, log events and dead letters.</summary>
    public abstract EventStream EventStream { get; }

    /// <summary>Where messages go that have no receiver.</summary>
    public abstract IActorRef DeadLetters { get; }

    /// <summary>The dispatchers.</summary>
    public abstract Dispatchers Dispatchers { get; }

    /// <summary>The scheduler.</summary>
    public abstract IScheduler Scheduler { get; }

    /// <summary>The system's own logger.</summary>
    public abstract ILoggingAdapter Log { get; }

    /// <summary>Completes when the system has terminated: no actor, thread or timer of it is left.</summary>
    public abstract Task WhenTerminated { get; }

    /// <summary>When the system was created, on the clock of <see cref="ITimeProvider.MonotonicClock"/>.</summary>
    public TimeSpan StartTime { get; } = TimeSpan.FromMilliseconds(Environment.TickCount64);

    /// <summary>How long ago the system was created.</summary>
    public TimeSpan Uptime => TimeSpan.FromMilliseconds(Environment.TickCount64) - StartTime;

    /// <summary>Creates a system with the default configuration.</summary>
    /// <param name="name">The name: ASCII letters, digits and hyphens; the first is no hyphen.</param>
    public static ActorSystem Create(string name) => Create(name, ActorSystemSetup.Empty);

    /// <summary>Creates a system.</summary>
    /// <param name="name">The name: ASCII letters, digits and hyphens; the first is no hyphen.</param>
    /// <param name="config">The configuration; the defaults are added below it.</param>
    public static ActorSystem Create(string name, Config config) =>
        Create(name, BootstrapSetup.Create().WithConfig(config));

    /// <summary>Creates a system.</summary>
    /// <param name="name">The name: ASCII letters, digits and hyphens; the first is no hyphen.</param>
    /// <param name="setup">The configuration.</param>
    public static ActorSystem Create(string name, BootstrapSetup setup) => Create(name, ActorSystemSetup.Create(setup));

    /// <summary>Creates a system.</summary>
    /// <param name="name">The name: ASCII letters, digits and hyphens; the first is no hyphen.</param>
    /// <param name="setup">The setups, the configuration among them.</param>
    /// <exception cref="ArgumentException">The name is not allowed.</exception>
    /// <exception cref="ConfigurationException">Something is wrong in the configuration.</exception>
    public static ActorSystem Create(string name, ActorSystemSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        var system = new ActorSystemImpl(name, setup);
        system.Start();
        return system;
    }

    /// <summary>The instance of an extension that is registered.</summary>
    /// <param name="extensionId">Its id.</param>
    /// <exception cref="KeyNotFoundException">It is not registered.</exception>
    public abstract object GetExtension(IExtensionId extensionId);

    /// <summary>The instance of an extension that is registered.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="KeyNotFoundException">It is not registered.</exception>
    public abstract T GetExtension<T>()
        where T : class, IExtension;

    /// <summary>Whether an extension is registered.</summary>
    /// <param name="type">Its type.</param>
    public abstract bool HasExtension(Type type);

    /// <summary>Whether an extension is registered.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    public abstract bool HasExtension<T>()
        where T : class, IExtension;

    /// <summary>The instance of an extension, if it is registered.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="extension">The instance.</param>
    /// <returns>False if it is not registered.</returns>
    public abstract bool TryGetExtension<T>(
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? extension)
        where T : class, IExtension;

    /// <summary>Registers an extension unless it is, and returns the instance of this system.</summary>
    /// <param name="extension">Its id.</param>
    public abstract object RegisterExtension(IExtensionId extension);

    /// <summary>Has code run when all actors have stopped; what was registered last runs first.</summary>
    /// <param name="code">The code.</param>
    /// <exception cref="InvalidOperationException">The system has terminated.</exception>
    public abstract void RegisterOnTermination(Action code);

    /// <summary>
    /// Stops the system: its actors, <c>/user</c> before <c>/system</c>, then its threads. Unless configured otherwise
    /// <see cref="CoordinatedShutdown"/> is run to do so.
    /// </summary>
    /// <returns><see cref="WhenTerminated"/>.</returns>
    public abstract Task Terminate();

    /// <summary>Stops an actor after the message it is processing.</summary>
    /// <param name="actor">The actor.</param>
    public abstract void Stop(IActorRef actor);

    /// <inheritdoc/>
    public abstract IActorRef ActorOf(Props props, string? name = null);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(ActorPath actorPath);

    /// <inheritdoc/>
    public abstract ActorSelection ActorSelection(string actorPath);

    /// <summary>Terminates the system. Does not wait for it.</summary>
    public void Dispose()
    {
        Terminate();
        GC.SuppressFinalize(this);
    }
}
