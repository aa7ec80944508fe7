namespace Benchmarks.Fidelity;

/// <summary>What is measured at every gap.</summary>
/// <param name="Arrangement">What orders the messages.</param>
/// <param name="UnderLoad">Whether other clients play at the same time, as fast as they can.</param>
internal sealed record Column(Arrangement Arrangement, bool UnderLoad)
{
    public override string ToString() =>
        $"{(Arrangement == Arrangement.Arbiter ? "arbiter" : "mailbox")}, {(UnderLoad ? "load" : "idle")}";
}
