namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// Bytes that are added at one end and dropped at the other. They lie in a few large blocks, used again and again: however many
/// records there are, the garbage collector has nothing to follow or to move.
/// </summary>
internal sealed class RecordBlocks
{
    /// <summary>How long the first block is: a server that decides few rounds needs no more.</summary>
    public const int LeastLength = 64 * 1024;

    /// <summary>
    /// How long most blocks are. The end of a block which the next record did not fit into is lost, and is little beside this.
    /// A longer record has a block of its own.
    /// </summary>
    public const int MostLength = 1024 * 1024;

    private readonly List<byte[]> _blocks = [];
    private byte[]? _spare;

    /// <summary>The number of the first block.</summary>
    private int _first;

    /// <summary>How much of the last block is used.</summary>
    private int _used;

    /// <summary>How long the next block is: twice the one before, up to <see cref="MostLength"/>.</summary>
    private int _nextLength = LeastLength;

    /// <summary>How long all blocks are, in bytes, with the one that is kept to be used again.</summary>
    public long Length { get; private set; }

    /// <summary>Makes room for a record, which is to be written at once.</summary>
    public Span<byte> Add(int length, out Location at)
    {
        if (_blocks.Count == 0 || _blocks[^1].Length - _used < length)
            AddBlock(length);
        at = new Location(_first + _blocks.Count - 1, _used, length);
        _used += length;
        return _blocks[^1].AsSpan(at.Start, length);
    }

    /// <summary>A record that was not dropped; valid until one is.</summary>
    public ReadOnlySpan<byte> Read(Location at) => _blocks[at.Block - _first].AsSpan(at.Start, at.Length);

    /// <summary>Drops the records before <paramref name="oldest"/>.</summary>
    public void DropBefore(Location oldest)
    {
        var dropped = oldest.Block - _first;
        if (dropped == 0)
            return;
        for (var i = 0; i < dropped; i++)
            Drop(_blocks[i]);
        _blocks.RemoveRange(0, dropped);
        _first = oldest.Block;
    }

    private void Drop(byte[] block)
    {
        if (_spare is null && block.Length == MostLength)
            _spare = block;
        else
            Length -= block.Length;
    }

    private void AddBlock(int length)
    {
        if (_spare is { } spare && length <= MostLength)
        {
            _blocks.Add(spare);
            _spare = null;
        }
        else
        {
            // From 85,000 bytes on, arrays are where none is moved. Whatever is read was written before.
            var block = GC.AllocateUninitializedArray<byte>(Math.Max(length, _nextLength));
            _blocks.Add(block);
            Length += block.Length;
            _nextLength = Math.Min(2 * _nextLength, MostLength);
        }

        _used = 0;
    }

    /// <summary>Where a record is.</summary>
    /// <param name="Block">The number of its block; blocks are numbered in the order in which they were begun.</param>
    /// <param name="Start">Where in the block it starts.</param>
    /// <param name="Length">How many bytes it has.</param>
    internal readonly record struct Location(int Block, int Start, int Length);
}
