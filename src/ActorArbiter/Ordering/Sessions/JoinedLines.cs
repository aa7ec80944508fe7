using System.Buffers;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>Lines that go out as one. Nothing is copied as long as they came as one, too.</summary>
internal struct JoinedLines
{
    private ReadOnlyMemory<byte> _lines;

    /// <summary>What <see cref="_lines"/> lies in if it was joined here; other bytes may be shared, and are not written to.</summary>
    private ArrayBufferWriter<byte>? _joined;

    public readonly int Length => _lines.Length;

    public readonly bool IsEmpty => _lines.IsEmpty;

    /// <param name="lines">Bytes that do not change any more.</param>
    public void Add(ReadOnlyMemory<byte> lines)
    {
        if (lines.IsEmpty)
            return;
        if (_lines.IsEmpty)
        {
            _lines = lines;
            return;
        }

        if (_joined is null)
        {
            _joined = new ArrayBufferWriter<byte>(_lines.Length + lines.Length);
            _joined.Write(_lines.Span);
        }

        _joined.Write(lines.Span);
        _lines = _joined.WrittenMemory;
    }

    /// <summary>Takes all lines; none are left.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        var lines = _lines;
        this = default;
        return lines;
    }
}
