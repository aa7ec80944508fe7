using Akka.Configuration;

namespace Akka.Dispatch;

/// <summary>
/// Makes the dispatchers of one section of the configuration. A section names one by <c>type = "Namespace.Type, Assembly"</c>;
/// it has a public constructor with these two parameters.
/// </summary>
public abstract class MessageDispatcherConfigurator
{
    /// <summary>Creates the configurator.</summary>
    /// <param name="config">The section, with the default dispatcher's below it and its path as <c>id</c>.</param>
    /// <param name="prerequisites">What the actor system offers.</param>
    protected MessageDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(prerequisites);
        Config = config;
        Prerequisites = prerequisites;
    }

    /// <summary>The section.</summary>
    public Config Config { get; }

    /// <summary>What the actor system offers.</summary>
    public IDispatcherPrerequisites Prerequisites { get; }

    /// <summary>The dispatcher for an actor; whether actors share one is the configurator's choice.</summary>
    public abstract MessageDispatcher Dispatcher();
}
