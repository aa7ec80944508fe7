using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace ActorArbiter.Protocol;

/// <summary>The characters of a client's line, whatever it is padded with.</summary>
internal static class LineText
{
    /// <summary>The line cut at the first NUL, without a byte-order mark in front.</summary>
    public static ReadOnlySpan<byte> Unpadded(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf((byte)0) is >= 0 and var padding)
            line = line[..padding];
        return line.StartsWith(Encoding.UTF8.Preamble) ? line[Encoding.UTF8.Preamble.Length..] : line;
    }

    /// <summary>
    /// Whether the line is UTF-8; if so, <paramref name="text"/> is the line without its padding, the spaces in front and the
    /// white space behind.
    /// </summary>
    /// <param name="line">The line's bytes.</param>
    /// <param name="characters">Room for as many characters as the line has bytes; <paramref name="text"/> lies in it.</param>
    /// <param name="text">The text; empty when the result is <see langword="false"/>.</param>
    public static bool TryDecode(ReadOnlySpan<byte> line, Span<char> characters, out ReadOnlySpan<char> text)
    {
        // Nothing is thrown: an exception costs far more than the line, and whoever sends bad ones must not slow others down.
        var isText = Utf8.ToUtf16(Unpadded(line), characters, out _, out var count, replaceInvalidSequences: false)
            == OperationStatus.Done;
        text = isText ? characters[..count].TrimEnd().TrimStart(' ') : default;
        return isText;
    }

    /// <summary>Whether a character is a control character (category Cc, U+2028, U+2029).</summary>
    public static bool HasControls(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.GetUnicodeCategory(character) == UnicodeCategory.Control || character is '\u2028' or '\u2029')
                return true;
        }

        return false;
    }
}
