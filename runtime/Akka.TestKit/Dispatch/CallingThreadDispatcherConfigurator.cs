using Akka.Configuration;
using Akka.Dispatch;

namespace Akka.TestKit;

/// <summary>
/// Makes <see cref="CallingThreadDispatcher"/>; the configuration names it as a dispatcher's <c>type</c>.
/// </summary>
public class CallingThreadDispatcherConfigurator : MessageDispatcherConfigurator
{
    /// <param name="config">The dispatcher's section.</param>
    /// <param name="prerequisites">What the system gives every dispatcher.</param>
    public CallingThreadDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites)
    {
    }

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => new CallingThreadDispatcher(this);
}
