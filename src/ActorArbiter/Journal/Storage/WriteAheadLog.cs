using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ActorArbiter.Journal.Storage;

/// <summary>
/// What SQLite will take from a write-ahead log that a killed server left, and what it will silently leave out
/// (https://sqlite.org/fileformat2.html, "The Write-Ahead Log"): all from the first frame on that does not have the right checksum.
/// </summary>
internal sealed class WriteAheadLog
{
    private const int HeaderLength = 32;
    private const int FrameHeaderLength = 24;
    private const uint Magic = 0x377f0682;

    private readonly HashSet<uint> _pages = [];

    private WriteAheadLog()
    {
    }

    /// <summary>How many commits there are in the log behind what SQLite will take of it.</summary>
    public int CommitsLeftOut { get; private set; }

    /// <summary>Reads a log. One that is not there holds nothing.</summary>
    /// <param name="path">The log.</param>
    /// <param name="pageSize">In bytes; that of the journal.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    public static WriteAheadLog Read(string path, int pageSize)
    {
        var log = new WriteAheadLog();
        if (!File.Exists(path))
            return log;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        var header = new byte[HeaderLength];
        if (file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength)
            log.ReadFrames(file, header, pageSize);
        return log;
    }

    /// <summary>Whether SQLite will take a page from the log.</summary>
    /// <param name="number">From 1.</param>
    public bool Has(long number) => _pages.Contains((uint)number);

    private void ReadFrames(FileStream file, byte[] header, int pageSize)
    {
        var magic = BinaryPrimitives.ReadUInt32BigEndian(header);
        var sum = new Checksum(isBigEndian: (magic & 1) == 1);
        sum.Add(header.AsSpan(0, 24));
        var isTaken = (magic & ~1U) == Magic
            && BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(8)) == pageSize
            && sum.Is(header.AsSpan(24));

        // Frames with other salts are left from before the log was last begun anew. Where the header itself is damaged, none is
        // known to be that old.
        ReadOnlySpan<byte> salts = isTaken ? header.AsSpan(16, 8) : default;
        var open = new List<uint>();
        var frame = new byte[FrameHeaderLength + pageSize];
        while (file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
        {
            var isCommit = BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(4)) != 0;
            var isOfThisLog = salts.IsEmpty || frame.AsSpan(8, 8).SequenceEqual(salts);
            if (isTaken)
            {
                sum.Add(frame.AsSpan(0, 8));
                sum.Add(frame.AsSpan(FrameHeaderLength));
                isTaken = isOfThisLog && sum.Is(frame.AsSpan(16));
            }

            if (isTaken)
            {
                open.Add(BinaryPrimitives.ReadUInt32BigEndian(frame));
                if (isCommit)
                {
                    _pages.UnionWith(open);
                    open.Clear();
                }
            }
            else if (isCommit && isOfThisLog)
            {
                CommitsLeftOut++;
            }
        }
    }

    /// <summary>The checksum of all that was added so far ("Checksum Algorithm").</summary>
    private struct Checksum(bool isBigEndian)
    {
        private uint _first;
        private uint _second;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            var words = MemoryMarshal.Cast<byte, uint>(bytes);
            for (var i = 0; i < words.Length; i += 2)
            {
                _first += Word(words[i]) + _second;
                _second += Word(words[i + 1]) + _first;
            }
        }

        public readonly bool Is(ReadOnlySpan<byte> written) =>
            BinaryPrimitives.ReadUInt32BigEndian(written) == _first
            && BinaryPrimitives.ReadUInt32BigEndian(written[4..]) == _second;

        private readonly uint Word(uint word) =>
            isBigEndian == BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(word) : word;
    }
}
