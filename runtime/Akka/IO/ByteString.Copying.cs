using System.Text;

namespace Akka.IO;

public sealed partial class ByteString
{
    /// <summary>A new array of the bytes.</summary>
    public static explicit operator byte[](ByteString byteString)
    {
        ArgumentNullException.ThrowIfNull(byteString);
        return byteString.ToArray();
    }

    /// <summary>A new array of the bytes.</summary>
    public byte[] ToArray()
    {
        if (IsEmpty) return [];

        var array = GC.AllocateUninitializedArray<byte>(Count);
        Copy(array);
        return array;
    }

    /// <summary>Copies the first bytes, at most <paramref name="count"/>, to <paramref name="buffer"/>.</summary>
    /// <returns>How many bytes were copied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the buffer.</exception>
    public int CopyTo(byte[] buffer, int index, int count)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return Copy(buffer.AsSpan(index, count));
    }

    /// <summary>Copies as many bytes as fit to <paramref name="buffer"/>.</summary>
    /// <returns>How many bytes were copied.</returns>
    public int CopyTo(ref Memory<byte> buffer) => Copy(buffer.Span);

    /// <summary>Copies the first bytes, at most <paramref name="count"/>, to <paramref name="buffer"/>.</summary>
    /// <returns>How many bytes were copied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the buffer.</exception>
    public int CopyTo(ref Memory<byte> buffer, int index, int count) => Copy(buffer.Span.Slice(index, count));

    /// <summary>Copies as many bytes as fit to <paramref name="buffer"/>.</summary>
    /// <returns>How many bytes were copied.</returns>
    public int CopyTo(ref Span<byte> buffer) => Copy(buffer);

    /// <summary>Copies the first bytes, at most <paramref name="count"/>, to <paramref name="buffer"/>.</summary>
    /// <returns>How many bytes were copied.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The range is not inside the buffer.</exception>
    public int CopyTo(ref Span<byte> buffer, int index, int count) => Copy(buffer.Slice(index, count));

    /// <summary>Writes the bytes to <paramref name="stream"/>.</summary>
    public void WriteTo(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        foreach (var segment in Segments)
            stream.Write(segment);
    }

    /// <summary>Writes the bytes to <paramref name="stream"/>.</summary>
    public async Task WriteToAsync(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        for (var i = 0; i < Segments.Length; i++)
            await stream.WriteAsync(Segments[i]).ConfigureAwait(false);
    }

    /// <summary>The bytes as UTF-8 text.</summary>
    public override string ToString() => ToString(Encoding.UTF8);

    /// <summary>The bytes as text in <paramref name="encoding"/>.</summary>
    public string ToString(Encoding encoding)
    {
        ArgumentNullException.ThrowIfNull(encoding);
        // A character may be cut in two by the edge of a segment, so segments are never decoded one by one.
        return encoding.GetString(Compact()._single);
    }

    private int Copy(Span<byte> target)
    {
        var length = Math.Min(target.Length, Count);
        var rest = target[..length];
        foreach (var segment in Segments)
        {
            var part = segment.AsSpan(0, Math.Min(segment.Count, rest.Length));
            part.CopyTo(rest);
            rest = rest[part.Length..];
        }

        return length;
    }
}
