using System.Collections.Concurrent;
using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>The dispatchers of an actor system, made from their sections of the configuration on first use.</summary>
public sealed class Dispatchers
{
    /// <summary>The section of the dispatcher that actors run on unless told otherwise.</summary>
    public static readonly string DefaultDispatcherId = "akka.actor.default-dispatcher";

    /// <summary>The section of the dispatcher for the runtime's own actors, which user code cannot block.</summary>
    internal const string InternalDispatcherId = "akka.actor.internal-dispatcher";

    private readonly ConcurrentDictionary<string, Lazy<MessageDispatcherConfigurator>> _configurators = new();
    private readonly ConcurrentDictionary<MessageDispatcher, bool> _dispatchers = new();
    private readonly IDispatcherPrerequisites _prerequisites;
    private readonly Lazy<MessageDispatcher> _default;

    internal Dispatchers(IDispatcherPrerequisites prerequisites)
    {
        _prerequisites = prerequisites;
        _default = new Lazy<MessageDispatcher>(() => Lookup(DefaultDispatcherId));
    }

    /// <summary>The dispatcher that actors run on unless told otherwise.</summary>
    public MessageDispatcher DefaultGlobalDispatcher => _default.Value;

    /// <summary>Whether there is a dispatcher for an id.</summary>
    /// <param name="id">The path of its section in the configuration.</param>
    public bool HasDispatcher(string id) => _configurators.ContainsKey(id) || Configuration.HasPath(id);

    /// <summary>The dispatcher for an id; one of its own for each call if it is pinned.</summary>
    /// <param name="dispatcherName">The path of its section in the configuration.</param>
    /// <exception cref="ConfigurationException">There is no such section, or something is wrong in it.</exception>
    public MessageDispatcher Lookup(string dispatcherName)
    {
        ArgumentException.ThrowIfNullOrEmpty(dispatcherName);
        var configurator = _configurators.GetOrAdd(
            dispatcherName,
            id => new Lazy<MessageDispatcherConfigurator>(() => NewConfigurator(id)));
        var dispatcher = configurator.Value.Dispatcher();
        _dispatchers.TryAdd(dispatcher, true);
        if (dispatcher is PinnedDispatcher pinned)
        {
            pinned.Ended = Forget;
        }

        return dispatcher;
    }

    /// <summary>Adds a dispatcher that the configuration does not know.</summary>
    /// <param name="id">The id to look it up by.</param>
    /// <param name="configurator">What makes it.</param>
    /// <returns>False if the id is taken.</returns>
    public bool RegisterConfigurator(string id, MessageDispatcherConfigurator configurator)
    {
        ArgumentNullException.ThrowIfNull(configurator);
        return _configurators.TryAdd(id, new Lazy<MessageDispatcherConfigurator>(configurator));
    }

    /// <summary>Releases the threads of all dispatchers.</summary>
    internal void Shutdown()
    {
        foreach (var dispatcher in _dispatchers.Keys)
        {
            dispatcher.ShutdownNow();
        }
    }

    private Config Configuration => _prerequisites.Settings.Config;

    private void Forget(MessageDispatcher dispatcher) => _dispatchers.TryRemove(dispatcher, out _);

    private MessageDispatcherConfigurator NewConfigurator(string id)
    {
        var section = Configuration.GetConfig(id)
            ?? throw new ConfigurationException($"Dispatcher {id} is not configured: the configuration has no such section.");
        var config = ConfigurationFactory.ParseString($"id = \"{id}\"")
            .WithFallback(section)
            .WithFallback(Configuration.GetConfig(DefaultDispatcherId));
        var type = config.GetString("type") ?? "";
        return Type.GetType(type) is { } custom && typeof(MessageDispatcherConfigurator).IsAssignableFrom(custom)
            ? (MessageDispatcherConfigurator)Activator.CreateInstance(custom, config, _prerequisites)!
            : new DispatcherConfigurator(config, _prerequisites);
    }
}
