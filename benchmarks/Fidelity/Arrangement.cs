namespace Benchmarks.Fidelity;

/// <summary>What orders a round's messages.</summary>
internal enum Arrangement
{
    /// <summary>The arbiter as it is: the kernel's receive stamps.</summary>
    Arbiter,

    /// <summary>
    /// The same program with actors and messages as they usually are (<see cref="Arbiter.ServerSettings.UsualActors"/>): the order in
    /// which messages reach the ordering actor's mailbox.
    /// </summary>
    Mailbox,
}
