namespace Benchmarks.Journal;

/// <summary>What a folder is on.</summary>
internal static class FileSystem
{
    /// <summary>The name of the file system's type, such as <c>ext4</c>.</summary>
    public static string TypeOf(DirectoryInfo folder) => new DriveInfo(folder.FullName).DriveFormat;

    /// <summary>Whether a file system of this type keeps files in memory, where a sync costs nothing.</summary>
    public static bool IsInMemory(string type) => type is "tmpfs" or "ramfs";
}
