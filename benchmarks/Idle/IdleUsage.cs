using Benchmarks.Processes;

namespace Benchmarks.Idle;

/// <summary>What a server holds.</summary>
/// <param name="Before">Without the connections, after a collection.</param>
/// <param name="With">With them, as it comes.</param>
/// <param name="Collected">With them, after a collection.</param>
internal sealed record IdleUsage(ProcessUsage Before, ProcessUsage With, ProcessUsage Collected);
