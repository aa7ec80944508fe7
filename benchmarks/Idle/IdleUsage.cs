using Benchmarks.Processes;

namespace Benchmarks.Idle;

/// <summary>What a server holds, and does.</summary>
/// <param name="Before">What it holds without the connections, after a collection.</param>
/// <param name="With">With them, as it comes.</param>
/// <param name="Collected">With them, after a collection.</param>
/// <param name="BusyBefore">Its share of a core without the connections; <see langword="null"/> where it is not measured.</param>
/// <param name="BusyWith">With them.</param>
internal sealed record IdleUsage(
    ProcessUsage Before, ProcessUsage With, ProcessUsage Collected, double? BusyBefore, double? BusyWith);
