using System.Runtime.InteropServices;

namespace ActorArbiter.Journal.Storage;

/// <summary>
/// Which file a path leads to: its device and inode on Linux, statx(2); elsewhere only that there is one. Another file that takes
/// the place of an open one differs, for the inode of an open file is not used again.
/// </summary>
internal readonly partial record struct FileIdentity(ulong Device, ulong Inode)
{
    private const int CurrentDirectory = -100;
    private const uint InodeWanted = 0x100;

    private static readonly bool HasInodes = OperatingSystem.IsLinux() && HasStatx();

    /// <summary>The file at <paramref name="path"/>; none when there is none.</summary>
    public static FileIdentity? Of(string path)
    {
        if (!HasInodes)
            return File.Exists(path) ? default(FileIdentity) : null;
        return Statx(CurrentDirectory, path, 0, InodeWanted, out var status) == 0
            ? new FileIdentity(((ulong)status.DeviceMajor << 32) | status.DeviceMinor, status.Inode)
            : null;
    }

    private static bool HasStatx() =>
        NativeLibrary.TryLoad("libc", out var library) && NativeLibrary.TryGetExport(library, "statx", out _);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint wanted, out Status status);

    /// <summary><c>struct statx</c>, which is the same on all architectures.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private readonly struct Status
    {
        [FieldOffset(32)]
        public readonly ulong Inode;

        [FieldOffset(136)]
        public readonly uint DeviceMajor;

        [FieldOffset(140)]
        public readonly uint DeviceMinor;
    }
}
