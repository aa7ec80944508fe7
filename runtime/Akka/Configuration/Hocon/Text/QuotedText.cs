using System.Globalization;
using System.Text;

namespace Akka.Configuration.Hocon.Text;

/// <summary>
/// Reads text in quotes: one, with escapes, on one line; or three, as it stands, over any number of lines.
/// </summary>
internal static class QuotedText
{
    private const string Fence = "\"\"\"";

    /// <param name="start">Where the opening quote is.</param>
    /// <param name="end">The offset behind the closing quote.</param>
    public static string Read(SourcePosition start, out int end) =>
        start.Source.Content.AsSpan(start.Offset).StartsWith(Fence)
            ? ReadFenced(start, out end)
            : ReadEscaped(start, out end);

    private static string ReadFenced(SourcePosition start, out int end)
    {
        var content = start.Source.Content;
        var first = start.Offset + Fence.Length;
        var fence = content.IndexOf(Fence, first, StringComparison.Ordinal);
        if (fence < 0)
        {
            throw start.Error(
                "expected three double quotes to end the text that begins here, found the end of the text");
        }

        // Of more than three quotes in a row the last three close, so that the text itself can end with a quote.
        end = fence + Fence.Length;
        while (end < content.Length && content[end] == '"')
        {
            end++;
        }

        return content[first..(end - Fence.Length)];
    }

    private static string ReadEscaped(SourcePosition start, out int end)
    {
        var content = start.Source.Content;
        var text = new StringBuilder();
        var index = start.Offset + 1;
        while (true)
        {
            var run = content.AsSpan(index).IndexOfAny("\"\\\r\n");
            if (run < 0 || content[index + run] is '\r' or '\n')
            {
                throw start.Error(
                    "expected a double quote to end the text that begins here, found the end of the line "
                    + "(text of several lines needs three double quotes)");
            }

            text.Append(content, index, run);
            index += run;
            if (content[index] == '"')
            {
                end = index + 1;
                return text.ToString();
            }

            text.Append(ReadEscape(start with { Offset = index }, out index));
        }
    }

    private static char ReadEscape(SourcePosition backslash, out int end)
    {
        var rest = backslash.Source.Content.AsSpan(backslash.Offset + 1);
        end = backslash.Offset + 2;
        switch (rest.IsEmpty ? '\0' : rest[0])
        {
            case '"':
                return '"';
            case '\\':
                return '\\';
            case '/':
                return '/';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u' when rest.Length > 4 && ushort.TryParse(
                rest[1..5], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit):
                end += 4;
                return (char)unit;
            case 'u':
                throw backslash.Error("expected four hexadecimal digits after '\\u'");
            default:
                throw backslash.Error(
                    "expected one of \" \\ / b f n r t u after '\\' (a backslash itself is written '\\\\')");
        }
    }
}
