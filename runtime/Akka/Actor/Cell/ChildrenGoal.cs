namespace Akka.Actor;

/// <summary>An actor waits for its children to stop, in order to be created anew.</summary>
/// <param name="RestartCause">The failure that led to a restart; null if the actor never came to life so far.</param>
internal sealed record Rebuilding(Exception? RestartCause);

/// <summary>An actor waits for its children to stop, in order to stop itself.</summary>
internal sealed record Terminating
{
    internal static Terminating Instance { get; } = new();
}
