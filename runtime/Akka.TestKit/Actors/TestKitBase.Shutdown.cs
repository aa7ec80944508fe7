using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    private static readonly TimeSpan DefaultShutdown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestDefaultShutdown = TimeSpan.FromSeconds(10);

    /// <summary>Terminates <see cref="Sys"/> and waits for it.</summary>
    /// <param name="duration">How long to wait; null: 5 s, dilated, at most 10 s.</param>
    /// <param name="verifySystemShutdown">
    /// Whether a system that is not down by then is an error, or only a warning.
    /// </param>
    /// <exception cref="TimeoutException">The system did not terminate in time.</exception>
    public virtual void Shutdown(TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        _implicitSender?.Leave();
        Shutdown(Sys, duration, verifySystemShutdown);
    }

    /// <summary>Terminates a system and waits for it.</summary>
    /// <inheritdoc cref="Shutdown(TimeSpan?, bool)"/>
    protected virtual void Shutdown(ActorSystem system, TimeSpan? duration = null, bool verifySystemShutdown = false)
    {
        var timeout = duration ?? ShorterOf(Dilated(DefaultShutdown), LongestDefaultShutdown);
        if (system.Terminate().Wait(timeout))
            return;

        var message = $"Actor system {system.Name} did not terminate within {Describe.Time(timeout)}. Is an actor "
            + "blocked, or waiting in ReceiveAsync?";
        if (verifySystemShutdown)
            throw new TimeoutException(message);

        system.Log.Warning("{0}", message);
    }

    private static TimeSpan ShorterOf(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
