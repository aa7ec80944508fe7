namespace ActorArbiter.Tests.Journal;

/// <summary>A file system in memory that is soon full. It needs Linux, and the right to mount.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _path;

    /// <param name="path">An empty folder, which it is mounted on.</param>
    /// <param name="size">In KiB.</param>
    public SmallDisk(string path, int size)
    {
        _path = path;
        Run("mount", "-t", "tmpfs", "-o", $"size={size}k", "tmpfs", path);
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", _path);

    // Lazily: a file on it may be open still, where a test failed.
    public void Dispose() => Run("umount", "--lazy", _path);

    private static void Run(string program, params IEnumerable<string> arguments)
    {
        using var process = System.Diagnostics.Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
