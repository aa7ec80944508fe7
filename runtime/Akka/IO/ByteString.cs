using System.Collections;
using System.Diagnostics;

namespace Akka.IO;

/// <summary>
/// An immutable sequence of bytes. Concatenating and slicing share the bytes instead of copying them, so a byte string
/// may consist of several segments; <see cref="Compact"/> makes it one.
/// </summary>
/// <remarks>
/// Immutability is a contract for arrays that were handed over without a copy (<see cref="FromBytes(byte[])"/>):
/// whoever still holds such an array must not write to it any more.
/// </remarks>
[DebuggerDisplay("(Count = {Count}, Segments = {Segments.Length})")]
public sealed partial class ByteString : IEquatable<ByteString>, IEnumerable<byte>
{
    // One segment is by far the usual case and takes no array of segments.
    private readonly ArraySegment<byte> _single;
    private readonly ArraySegment<byte>[]? _several;

    private ByteString(ArraySegment<byte> segment)
    {
        _single = segment;
        Count = segment.Count;
    }

    private ByteString(ArraySegment<byte>[] segments, int count)
    {
        _several = segments;
        Count = count;
    }

    /// <summary>The byte string of no bytes.</summary>
    public static ByteString Empty { get; } = new(ArraySegment<byte>.Empty);

    /// <summary>How many bytes there are.</summary>
    public int Count { get; }

    /// <summary>Whether there are no bytes.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Whether the bytes lie in one array.</summary>
    public bool IsCompact => _several is null;

    internal ReadOnlySpan<ArraySegment<byte>> Segments =>
        _several is null ? new ReadOnlySpan<ArraySegment<byte>>(in _single) : _several;

    /// <summary>The byte at <paramref name="index"/>, counted from 0.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such byte.</exception>
    public byte this[int index]
    {
        get
        {
#pragma warning disable CA2201 // What an indexer throws in Akka.NET, as an array does.
            if ((uint)index >= (uint)Count)
                throw new IndexOutOfRangeException($"There is no byte {index} in a byte string of {Count}.");
#pragma warning restore CA2201

            var (segment, offset) = Locate(index);
            return Segments[segment][offset];
        }
    }

    /// <summary>Joins two byte strings without copying their bytes.</summary>
    public static ByteString operator +(ByteString x, ByteString y)
    {
        ArgumentNullException.ThrowIfNull(x);
        return x.Concat(y);
    }

    /// <summary>Whether both hold the same bytes, or both are null.</summary>
    public static bool operator ==(ByteString? x, ByteString? y) => x is null ? y is null : x.Equals(y);

    /// <summary>Whether the two hold different bytes.</summary>
    public static bool operator !=(ByteString? x, ByteString? y) => !(x == y);

    /// <summary>The same bytes in one array: this byte string if it is compact, else a copy.</summary>
    public ByteString Compact() => IsCompact ? this : new ByteString(ToArray());

    /// <summary>Joins this and <paramref name="other"/> without copying their bytes.</summary>
    public ByteString Concat(ByteString other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.IsEmpty) return this;
        if (IsEmpty) return other;

        var count = checked(Count + other.Count);
        return new ByteString([.. Segments, .. other.Segments], count);
    }

    /// <summary>The bytes from <paramref name="index"/> to the end, not copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or behind the end.</exception>
    public ByteString Slice(int index) => Slice(index, Count - index);

    /// <summary><paramref name="count"/> bytes from <paramref name="index"/> on, not copied.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside this byte string.</exception>
    public ByteString Slice(int index, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - index);
        if (count == 0) return Empty;
        if (count == Count) return this;

        var (first, offset) = Locate(index);
        if (Segments[first].Count - offset >= count) return new ByteString(Segments[first].Slice(offset, count));

        var (last, end) = Locate(index + count - 1);
        var segments = Segments[first..(last + 1)].ToArray();
        segments[0] = segments[0][offset..];
        segments[^1] = segments[^1][..(end + 1)];
        return new ByteString(segments, count);
    }

    /// <summary>The index of the first <paramref name="b"/>, or -1.</summary>
    public int IndexOf(byte b) => IndexOf(b, 0);

    /// <summary>The index of the first <paramref name="b"/> at or behind <paramref name="from"/>, or -1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> is negative.</exception>
    public int IndexOf(byte b, int from)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        if (from >= Count) return -1;

        var (segment, offset) = Locate(from);
        var position = from - offset;
        for (; segment < Segments.Length; segment++, offset = 0)
        {
            var found = Segments[segment].AsSpan(offset).IndexOf(b);
            if (found >= 0) return position + offset + found;
            position += Segments[segment].Count;
        }

        return -1;
    }

    /// <summary>Whether the bytes from <paramref name="index"/> on begin with <paramref name="other"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is negative.</exception>
    public bool HasSubstring(ByteString other, int index)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (other.Count > Count - index) return false;
        if (other.IsEmpty) return true;

        var (segment, offset) = Locate(index);
        foreach (var wanted in other.Segments)
        {
            var rest = wanted.AsSpan();
            while (!rest.IsEmpty)
            {
                var here = Segments[segment].AsSpan(offset);
                var length = Math.Min(here.Length, rest.Length);
                if (!here[..length].SequenceEqual(rest[..length])) return false;

                rest = rest[length..];
                offset += length;
                if (offset == Segments[segment].Count) (segment, offset) = (segment + 1, 0);
            }
        }

        return true;
    }

    /// <summary>Whether <paramref name="other"/> holds the same bytes, however they are cut into segments.</summary>
    public bool Equals(ByteString? other) =>
        ReferenceEquals(this, other) || (other is not null && Count == other.Count && HasSubstring(other, 0));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ByteString);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // Byte by byte, because the same bytes may be cut into segments in many ways.
        var hash = 17;
        foreach (var segment in Segments)
        {
            foreach (var b in segment.AsSpan())
                hash = unchecked((hash * 31) + b);
        }

        return hash;
    }

    /// <inheritdoc/>
    public IEnumerator<byte> GetEnumerator()
    {
        for (var i = 0; i < Segments.Length; i++)
        {
            var segment = Segments[i];
            for (var j = 0; j < segment.Count; j++)
                yield return segment[j];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The segment that holds the byte at <paramref name="index"/>, and where in it.</summary>
    private (int Segment, int Offset) Locate(int index)
    {
        var segment = 0;
        while (index >= Segments[segment].Count)
            index -= Segments[segment++].Count;
        return (segment, index);
    }
}
