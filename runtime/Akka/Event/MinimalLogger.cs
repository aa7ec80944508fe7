using Akka.Actor;

namespace Akka.Event;

/// <summary>A logger that is no actor, so that it works before and after those that are.</summary>
public abstract class MinimalLogger : MinimalActorRef
{
    /// <inheritdoc/>
    public sealed override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/StandardOutLogger");

    /// <summary>There is none.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public sealed override IActorRefProvider Provider
        => throw new NotSupportedException("A MinimalLogger belongs to no actor system.");

    /// <inheritdoc/>
    protected sealed override void TellInternal(object message, IActorRef? sender)
    {
        ArgumentNullException.ThrowIfNull(message);
        Log(message);
    }

    /// <summary>
    /// Logs a <see cref="LogEvent"/>, or whatever else it is sent, on the thread that logs it: must not block.
    /// </summary>
    protected abstract void Log(object message);
}
