namespace Akka.Actor;

/// <summary>The clocks a scheduler works by. A scheduler for tests has clocks that only move when told to.</summary>
public interface ITimeProvider
{
    /// <summary>The wall clock, UTC. It jumps when the system's clock is set.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Time since an arbitrary start; never goes back.</summary>
    TimeSpan MonotonicClock { get; }

    /// <summary>
    /// As <see cref="MonotonicClock"/>, at the resolution of <see cref="System.Diagnostics.Stopwatch"/>.
    /// </summary>
    TimeSpan HighResMonotonicClock { get; }
}
