using System.Runtime.InteropServices;
using System.Text;

namespace ActorArbiter.CommandLine;

/// <summary>Where a command prints its results.</summary>
internal sealed partial class CommandOutput : IDisposable
{
    private const int StandardOutput = 1;
    private const int BufferSize = 1 << 16;

    private readonly Func<bool> _isRead;

    /// <param name="text">Where to write; it is disposed of with this.</param>
    /// <param name="isRead">Whether anyone reads it.</param>
    public CommandOutput(TextWriter text, Func<bool> isRead)
    {
        Text = text;
        _isRead = isRead;
    }

    /// <summary>What is written here is read after a flush at the latest.</summary>
    public TextWriter Text { get; }

    /// <summary>Whether the reader is still there: <c>head</c> goes when it has seen enough.</summary>
    public bool IsRead => _isRead();

    /// <summary>The standard output of this process.</summary>
    public static CommandOutput OfProcess() => new(
        new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize)
        {
            NewLine = "\n",
        },
        OperatingSystem.IsWindows() ? () => true : HasReader);

    public void Dispose() => Text.Dispose();

    /// <summary>
    /// .NET's console hides that a pipe is broken; poll(2) tells it, whatever events it is asked for: as POLLERR on Linux, as
    /// POLLHUP elsewhere, as both of a terminal that went.
    /// </summary>
    private static bool HasReader()
    {
        const short Error = 0x8;
        const short HangUp = 0x10;
        var polled = new PolledDescriptor { Descriptor = StandardOutput };
        return Poll(ref polled, 1, 0) <= 0 || (polled.Events & (Error | HangUp)) == 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref PolledDescriptor descriptors, nuint count, int milliseconds);

    /// <summary>poll(2)'s <c>struct pollfd</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct PolledDescriptor
    {
        public int Descriptor;
        public short Wanted;
        public short Events;
    }
}
