namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>Who is told when a socket gets ready.</summary>
internal interface IReadinessTarget
{
    /// <summary>
    /// The socket got ready: something came since the last call, or was there when it was added. Called on the loop's thread, and
    /// now and then without a cause.
    /// </summary>
    /// <param name="readiness">What it is ready for.</param>
    void OnReady(Readiness readiness);

    /// <summary>The loop ends, and the target is closed if its owner did not close it. Called on the loop's thread.</summary>
    void OnEnd();
}
