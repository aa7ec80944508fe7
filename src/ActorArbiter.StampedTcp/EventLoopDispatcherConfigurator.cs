using Akka.Configuration;
using Akka.Dispatch;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// Makes the <see cref="EventLoopDispatcher"/> of a dispatcher's configuration, in which it is
/// <c>type = "ActorArbiter.StampedTcp.EventLoopDispatcherConfigurator, ActorArbiter.StampedTcp"</c>; reference.conf lists its settings.
/// </summary>
public sealed class EventLoopDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly EventLoopDispatcher _instance;

    /// <summary>Called by Akka.NET.</summary>
    /// <exception cref="PlatformNotSupportedException">This is no 64-bit Linux.</exception>
    public EventLoopDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) =>
        _instance = new EventLoopDispatcher(this, Config);

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _instance;
}
