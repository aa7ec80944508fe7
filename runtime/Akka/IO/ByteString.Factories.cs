using System.Text;

namespace Akka.IO;

public sealed partial class ByteString
{
    /// <summary>A byte string over <paramref name="array"/> itself, which must not change from now on.</summary>
    public static ByteString FromBytes(byte[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return FromBytes(new ArraySegment<byte>(array));
    }

    /// <summary>A byte string over a part of <paramref name="array"/>, which must not change from now on.</summary>
    /// <exception cref="ArgumentException">The part is not inside the array.</exception>
    public static ByteString FromBytes(byte[] array, int offset, int count) =>
        FromBytes(new ArraySegment<byte>(array, offset, count));

    /// <summary>A byte string over <paramref name="buffer"/> itself, which must not change from now on.</summary>
    public static ByteString FromBytes(ArraySegment<byte> buffer) => buffer.Count == 0 ? Empty : new ByteString(buffer);

    /// <summary>A byte string over the buffers themselves, one after the other; they must not change from now on.</summary>
    public static ByteString FromBytes(IEnumerable<ArraySegment<byte>> buffers)
    {
        ArgumentNullException.ThrowIfNull(buffers);
        var segments = buffers.Where(buffer => buffer.Count > 0).ToArray();
        return segments.Length switch
        {
            0 => Empty,
            1 => new ByteString(segments[0]),
            _ => new ByteString(segments, segments.Sum(segment => segment.Count)),
        };
    }

    /// <summary>A byte string of a copy of <paramref name="array"/>.</summary>
    public static ByteString CopyFrom(byte[] array)
    {
        ArgumentNullException.ThrowIfNull(array);
        return CopyFrom(array.AsSpan());
    }

    /// <summary>A byte string of a copy of a part of <paramref name="array"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the array.</exception>
    public static ByteString CopyFrom(byte[] array, int offset, int count)
    {
        ArgumentNullException.ThrowIfNull(array);
        return CopyFrom(array.AsSpan(offset, count));
    }

    /// <summary>A byte string of a copy of <paramref name="buffer"/>.</summary>
    public static ByteString CopyFrom(ArraySegment<byte> buffer) => CopyFrom(buffer.AsSpan());

    /// <summary>A byte string of a copy of <paramref name="memory"/>.</summary>
    public static ByteString CopyFrom(Memory<byte> memory) => CopyFrom(memory.Span);

    /// <summary>A byte string of a copy of a part of <paramref name="memory"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the memory.</exception>
    public static ByteString CopyFrom(Memory<byte> memory, int offset, int count) =>
        CopyFrom(memory.Span.Slice(offset, count));

    /// <summary>A byte string of a copy of <paramref name="span"/>.</summary>
    public static ByteString CopyFrom(Span<byte> span) =>
        span.IsEmpty ? Empty : new ByteString(span.ToArray());

    /// <summary>A byte string of a copy of a part of <paramref name="span"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the span.</exception>
    public static ByteString CopyFrom(Span<byte> span, int offset, int count) => CopyFrom(span.Slice(offset, count));

    /// <summary>A byte string of one copy of all the buffers, one after the other.</summary>
    public static ByteString CopyFrom(IEnumerable<ArraySegment<byte>> buffers)
    {
        var joined = FromBytes(buffers);
        return joined.IsEmpty ? Empty : new ByteString(joined.ToArray());
    }

    /// <summary>The bytes of <paramref name="str"/> in UTF-8; none for null.</summary>
    public static ByteString FromString(string? str) => FromString(str, Encoding.UTF8);

    /// <summary>The bytes of <paramref name="str"/> in <paramref name="encoding"/>; none for null.</summary>
    public static ByteString FromString(string? str, Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        return string.IsNullOrEmpty(str) ? Empty : FromBytes(encoding.GetBytes(str));
    }

    /// <summary>A byte string of a copy of <paramref name="bytes"/>.</summary>
    public static explicit operator ByteString(byte[] bytes) => CopyFrom(bytes);
}
