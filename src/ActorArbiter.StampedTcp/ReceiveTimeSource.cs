namespace ActorArbiter.StampedTcp;

/// <summary>Who says when bytes were received. All of them speak of the same clock, the system's (CLOCK_REALTIME, clock_gettime(2)).</summary>
public enum ReceiveTimeSource
{
    /// <summary>This process, as it read them: the time is later than the truth by as long as they waited.</summary>
    Read,

    /// <summary>The kernel, as they came from the network (<c>SO_TIMESTAMPNS</c>, socket(7)).</summary>
    Kernel,
}
