using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using Akka.IO;

namespace ActorArbiter.Connections;

/// <summary>The bytes of one read, as far as they were not read as lines yet, and when they came.</summary>
internal struct Chunk
{
    private readonly ReceiveStamp _stamp;
    private ReadOnlyMemory<byte> _rest;

    public Chunk(Tcp.Received received)
    {
        _stamp = ActorRuntime.StampOf(received);
        _rest = received.Data.ToArray();
    }

    /// <summary>When the last byte that was read reached this host; late if others were received with it and follow.</summary>
    public readonly ReceiveStamp Stamp => _stamp with { IsLate = _stamp.IsLate || !_rest.IsEmpty };

    /// <summary>Reads up to the next line end; a line that is too long stays unread.</summary>
    public LineStatus ReadLine(LineReader reader, out ReadOnlySpan<byte> line, out LineEnding ending)
    {
        var bytes = _rest.Span;
        var status = reader.Read(ref bytes, out line, out ending);
        _rest = bytes.IsEmpty ? default : _rest[^bytes.Length..];
        return status;
    }
}
