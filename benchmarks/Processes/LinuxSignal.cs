namespace Benchmarks.Processes;

/// <summary>The numbers of signals on Linux (signal(7)).</summary>
internal enum LinuxSignal
{
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
