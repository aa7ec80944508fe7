using System.Runtime.InteropServices;

namespace ActorClient.Hosting;

/// <summary>
/// Gives SIGPIPE its usual effect as long as this lasts. .NET ignores it, and a child that is started meanwhile would inherit
/// that (execve(2)): <c>yes | head -1</c> in a script would complain instead of ending.
/// </summary>
internal sealed partial class BrokenPipeSignal : IDisposable
{
    private const int SigPipe = 13;
    private const nint Default = 0;

    private readonly nint _before;

    public BrokenPipeSignal() => _before = OperatingSystem.IsWindows() ? Default : Signal(SigPipe, Default);

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            _ = Signal(SigPipe, _before);
    }

    // signal(2).
    [LibraryImport("libc", EntryPoint = "signal")]
    private static partial nint Signal(int number, nint handler);
}
