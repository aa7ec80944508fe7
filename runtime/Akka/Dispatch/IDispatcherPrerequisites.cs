using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>What the actor system offers to those who make dispatchers.</summary>
public interface IDispatcherPrerequisites
{
    /// <summary>The system's event stream.</summary>
    EventStream EventStream { get; }

    /// <summary>The system's scheduler.</summary>
    IScheduler Scheduler { get; }

    /// <summary>The system's settings.</summary>
    Settings Settings { get; }
}
