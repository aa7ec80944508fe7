namespace Akka.Actor;

/// <summary>
/// The actor system's scheduler. Work is dropped when the system terminates. Delays are lower bounds: nothing happens
/// early, and a loaded machine makes it late.
/// </summary>
public interface IScheduler : ITellScheduler, ITimeProvider
{
    /// <summary>Scheduling of code instead of messages.</summary>
    IAdvancedScheduler Advanced { get; }
}
