using System.Buffers;
using System.Globalization;
using System.Text;

namespace ActorArbiter.Journal.Export;

/// <summary>Texts of strangers, fit for a terminal.</summary>
internal static class PrintableText
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
    [
        .. Range('\u0000', '\u001f'), .. Range('\u007f', '\u009f'), '\u061c', .. Range('\u200e', '\u200f'),
        .. Range('\u2028', '\u202e'), .. Range('\u2066', '\u2069'),
    ]);

    /// <summary>
    /// The text with every character escaped that would move the cursor, break the line or turn the direction of reading around
    /// (Unicode's bidirectional controls, UAX #9), for then the last to arrive could look like the first: <c>\u202e</c>.
    /// </summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny(Escaped))
            return text;
        var printable = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (Escaped.Contains(character))
                printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else
                printable.Append(character);
        }

        return printable.ToString();
    }

    private static IEnumerable<char> Range(char first, char last) =>
        Enumerable.Range(first, last - first + 1).Select(code => (char)code);
}
