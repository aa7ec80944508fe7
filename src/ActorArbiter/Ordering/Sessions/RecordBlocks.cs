namespace ActorArbiter.Ordering.Sessions;

/// <summary>
/// Bytes that are added at one end and dropped at the other. They lie in a few large blocks, used again and again: however many
/// records there are, the garbage collector has nothing to follow or to move.
/// </summary>
internal sealed class RecordBlocks
{
    /// <summary>A longer record has a block of its own.</summary>
    private const int UsualLength = 64 * 1024;

    private readonly List<byte[]> _blocks = [];
    private byte[]? _spare;

    /// <summary>The number of the first block.</summary>
    private int _first;

    /// <summary>How much of the last block is used.</summary>
    private int _used;

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
        if (_blocks[0].Length == UsualLength)
            _spare = _blocks[0];
        _blocks.RemoveRange(0, dropped);
        _first = oldest.Block;
    }

    private void AddBlock(int length)
    {
        if (length <= UsualLength && _spare is { } spare)
        {
            _blocks.Add(spare);
            _spare = null;
        }
        else
        {
            _blocks.Add(new byte[Math.Max(length, UsualLength)]);
        }

        _used = 0;
    }

    /// <summary>Where a record is.</summary>
    /// <param name="Block">The number of its block; blocks are numbered in the order in which they were begun.</param>
    /// <param name="Start">Where in the block it starts.</param>
    /// <param name="Length">How many bytes it has.</param>
    internal readonly record struct Location(int Block, int Start, int Length);
}
