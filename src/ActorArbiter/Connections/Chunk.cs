using System.Numerics;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Transports;

namespace ActorArbiter.Connections;

/// <summary>The bytes of one read, as far as they were not read as lines yet, and when they came.</summary>
internal struct Chunk
{
    /// <summary>A larger array is let go of when it was read: a client that said much once may be silent from then on.</summary>
    private const int MaxKept = ProtocolLimits.MaxLineBytes;

    private ReceiveStamp _stamp;
    private byte[] _bytes;
    private int _start;
    private int _end;

    public Chunk(SocketProtocol.Received received)
    {
        _bytes = [];
        Refill(received);
    }

    /// <summary>When the last byte that was read reached this host; late if others were received with it and follow.</summary>
    public readonly ReceiveStamp Stamp => _stamp with { IsLate = _stamp.IsLate || _start < _end };

    /// <summary>
    /// Takes the bytes of the next read, in the place of those before: all of them must have been read, and no line that was
    /// read from them may be in use.
    /// </summary>
    public void Refill(SocketProtocol.Received received)
    {
        _stamp = received.Stamp;
        var count = received.Bytes.Length;
        if (_bytes.Length < count)
            _bytes = new byte[count <= MaxKept ? (int)BitOperations.RoundUpToPowerOf2((uint)count) : count];
        received.Bytes.CopyTo(_bytes);
        (_start, _end) = (0, count);
    }

    /// <summary>Reads up to the next line end; a line that is too long stays unread.</summary>
    public LineStatus ReadLine(LineReader reader, out ReadOnlySpan<byte> line, out LineEnding ending)
    {
        ReadOnlySpan<byte> bytes = _bytes.AsSpan(_start.._end);
        var status = reader.Read(ref bytes, out line, out ending);
        _start = _end - bytes.Length;
        if (_start == _end && _bytes.Length > MaxKept)
            (_bytes, _start, _end) = ([], 0, 0);
        return status;
    }
}
