namespace Benchmarks.Arbiter;

/// <summary>How a server is run.</summary>
/// <param name="ReceiveTimestamps">
/// The setting <c>akka.io.tcp.receive-timestamps</c>: <see cref="Kernel"/> or <see cref="Off"/>.
/// </param>
/// <param name="ForceCollections">Whether a thread of the server forces full garbage collections all the time.</param>
/// <param name="Settings">More settings, which stand above the others: lines of HOCON.</param>
internal sealed record ServerOptions(string ReceiveTimestamps, bool ForceCollections = false, string Settings = "")
{
    /// <summary>Verdicts by the kernel's receive stamps: the arbiter as it is.</summary>
    public const string Kernel = "kernel";

    /// <summary>No stamps, plain buffered receives: verdicts in the order of the ordering actor's mailbox.</summary>
    public const string Off = "off";
}
