namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>How a loop waits.</summary>
/// <param name="AwakeFor">How long it looks for more before it falls asleep.</param>
/// <param name="AssistFrom">While so many ready sockets wait for their turn it is behind; never if 0.</param>
internal readonly record struct EventLoopOptions(TimeSpan AwakeFor, int AssistFrom)
{
    /// <summary>Those for a machine of so many processors: one alone is best left to whoever is waited for.</summary>
    public EventLoopOptions For(int processors) => processors > 1 ? this : default;
}
