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
    public static bool TryDecode(ReadOnlySpan<byte> line, out string text)
    {
        // Asked first, for an exception costs far more than the line: whoever sends bad ones must not slow others down.
        line = Unpadded(line);
        var isText = Utf8.IsValid(line);
        text = isText ? Encoding.UTF8.GetString(line).TrimEnd().TrimStart(' ') : "";
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
