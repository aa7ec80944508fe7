using Akka.Actor;
using Akka.Event;

namespace Akka.Dispatch;

/// <summary>The prerequisites as a value.</summary>
internal sealed record DispatcherPrerequisites(EventStream EventStream, IScheduler Scheduler, Settings Settings)
    : IDispatcherPrerequisites;
