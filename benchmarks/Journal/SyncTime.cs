using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Benchmarks.Journal;

/// <summary>
/// How long the file system takes to bring bytes to the disk: a write into a file that has its length already, as a
/// write-ahead log has after its first round, and fsync(2).
/// </summary>
internal sealed class SyncTime : IDisposable
{
    private const int FileBytes = 4 << 20;

    private readonly SafeFileHandle _file;
    private readonly byte[] _written;
    private readonly List<double> _microseconds = [];
    private long _offset;

    /// <param name="folder">Where the file is; it is deleted at the end.</param>
    /// <param name="bytes">How many bytes a write has.</param>
    public SyncTime(DirectoryInfo folder, int bytes)
    {
        Bytes = bytes;
        _written = new byte[bytes];
        _file = File.OpenHandle(
            Path.Combine(folder.FullName, Path.GetRandomFileName()),
            FileMode.CreateNew,
            FileAccess.ReadWrite,
            options: FileOptions.DeleteOnClose);
        RandomAccess.Write(_file, new byte[FileBytes], 0);
        RandomAccess.FlushToDisk(_file);
    }

    public int Bytes { get; }

    /// <summary>The median, in microseconds.</summary>
    public double Median => Benchmarks.Median.Of(_microseconds);

    public void Measure(int times)
    {
        for (var time = 0; time < times; time++)
        {
            Random.Shared.NextBytes(_written);
            var started = Stopwatch.GetTimestamp();
            RandomAccess.Write(_file, _written, _offset);
            RandomAccess.FlushToDisk(_file);
            _microseconds.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds);
            _offset = (_offset + Bytes) % (FileBytes - Bytes);
        }
    }

    public void Dispose() => _file.Dispose();
}
