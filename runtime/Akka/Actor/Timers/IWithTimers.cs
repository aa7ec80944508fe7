namespace Akka.Actor;

/// <summary>An actor that has timers. Its timers end when it restarts or stops.</summary>
public interface IWithTimers
{
    /// <summary>The actor's timers. Set before the actor's first message, also before <c>PreStart</c>.</summary>
    ITimerScheduler Timers { get; set; }
}
