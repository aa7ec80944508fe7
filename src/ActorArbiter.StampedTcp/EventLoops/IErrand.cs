namespace ActorArbiter.StampedTcp.EventLoops;

/// <summary>A system call that does not wait, which a loop may leave to another thread, and what is to be done after it.</summary>
internal interface IErrand
{
    /// <summary>Makes the call. Called once, by any thread. Does not throw.</summary>
    void Run();

    /// <summary>Called on the loop's thread after <see cref="Run"/>.</summary>
    void Finish();
}
