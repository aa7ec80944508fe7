using Akka.Actor;

namespace Akka.IO.Internal;

/// <summary>
/// The writes that a connection has taken and the kernel has not: first in, first out. Knows how far the first one is sent,
/// and tells the acknowledgments.
/// </summary>
internal sealed class WriteQueue
{
    /// <summary>A queue that a burst made longer than this gives its memory back when it is empty.</summary>
    private const int KeptCapacity = 64;

    private readonly IActorRef _connection;
    private readonly Queue<QueuedWrite> _writes = new();

    // How much of the first write is sent: whole segments of its bytes, and bytes of the next one.
    private int _segment;
    private int _offset;

    public WriteQueue(IActorRef connection) => _connection = connection;

    /// <summary>How many bytes wait to be sent.</summary>
    public long Bytes { get; private set; }

    /// <summary>Whether no write waits to be sent or acknowledged.</summary>
    public bool IsEmpty => _writes.Count == 0;

    /// <summary>Who sent the writes that wait.</summary>
    public IEnumerable<IActorRef> Senders => _writes.Select(write => write.Sender);

    /// <summary>The first bytes to be sent, as far as they lie in one array; none if the queue is empty.</summary>
    public ArraySegment<byte> Front =>
        Bytes == 0 ? ArraySegment<byte>.Empty : _writes.Peek().Write.Data.Segments[_segment][_offset..];

    public static long SizeOf(Tcp.WriteCommand command)
    {
        if (command is Tcp.Write write) return write.Data.Count;

        var size = 0L;
        foreach (var part in command.Parts)
            size += ((Tcp.Write)part).Data.Count;
        return size;
    }

    public void Add(Tcp.WriteCommand command, IActorRef sender)
    {
        if (command is Tcp.Write write)
        {
            Add(write, sender);
            return;
        }

        foreach (var part in command.Parts)
            Add((Tcp.Write)part, sender);
    }

    /// <summary>Copies the first bytes to be sent, as many as fit.</summary>
    /// <returns>How many there are.</returns>
    public int CopyTo(Span<byte> block)
    {
        var rest = block;
        var (segment, offset) = (_segment, _offset);
        foreach (var queued in _writes)
        {
            foreach (var bytes in queued.Write.Data.Segments[segment..])
            {
                var part = bytes.AsSpan(offset);
                if (part.Length > rest.Length) part = part[..rest.Length];
                part.CopyTo(rest);
                rest = rest[part.Length..];
                if (rest.IsEmpty) return block.Length;
                offset = 0;
            }

            segment = 0;
        }

        return block.Length - rest.Length;
    }

    /// <summary>Notes that the kernel has taken <paramref name="count"/> more bytes; acknowledges what that completes.</summary>
    public void Advance(int count)
    {
        Bytes -= count;
        while (_writes.TryPeek(out var first))
        {
            var segments = first.Write.Data.Segments;
            while (_segment < segments.Length && count >= segments[_segment].Count - _offset)
            {
                count -= segments[_segment].Count - _offset;
                (_segment, _offset) = (_segment + 1, 0);
            }

            if (_segment < segments.Length)
            {
                _offset += count;
                return;
            }

            _writes.Dequeue();
            _segment = 0;
            if (first.Write.WantsAck) first.Sender.Tell(first.Write.Ack, _connection);
        }

        if (_writes.Capacity > KeptCapacity) _writes.TrimExcess();
    }

    private void Add(Tcp.Write write, IActorRef sender)
    {
        if (write.Data.IsEmpty && !write.WantsAck) return;
        _writes.Enqueue(new QueuedWrite(write, sender));
        Bytes += write.Data.Count;
    }

    private readonly record struct QueuedWrite(Tcp.Write Write, IActorRef Sender);
}
