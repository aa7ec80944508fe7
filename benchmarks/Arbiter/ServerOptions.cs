namespace Benchmarks.Arbiter;

/// <summary>How a server is run.</summary>
/// <param name="ReceiveTimestamps">
/// The setting <c>akka.io.tcp.receive-timestamps</c>: <see cref="Kernel"/> or <see cref="Off"/>.
/// </param>
/// <param name="ForceCollections">Whether a thread of the server forces full garbage collections all the time.</param>
/// <param name="Settings">More settings, which stand above the others: lines of HOCON.</param>
/// <param name="Journal">Its journal's file, or <see cref="Off"/>.</param>
/// <param name="IsClassicOnly">
/// Whether the listener of the profile classic is the only one. It may have more connections then, for listeners share the limit of
/// open files.
/// </param>
/// <param name="Transcript">The file that its standard output goes to, with its transcript; without one it is quiet.</param>
internal sealed record ServerOptions(
    string ReceiveTimestamps,
    bool ForceCollections = false,
    string Settings = "",
    string Journal = ServerOptions.Off,
    bool IsClassicOnly = false,
    string? Transcript = null)
{
    /// <summary>Verdicts by the kernel's receive stamps: the arbiter as it is.</summary>
    public const string Kernel = "kernel";

    /// <summary>
    /// Of stamps: none, plain buffered receives, and verdicts in the order of the ordering actor's mailbox. Of the journal: none.
    /// </summary>
    public const string Off = "off";
}
