using System.Text;

namespace Akka.Configuration.Hocon;

/// <summary>Writes values as HOCON that reads back to the same values.</summary>
internal static class HoconRenderer
{
    private const int IndentWidth = 2;

    public static string Render(IHoconElement element)
    {
        var output = new StringBuilder();
        if (element is HoconObject root)
        {
            WriteSettings(output, root, 0);
        }
        else
        {
            Write(output, element, 0);
        }

        return output.ToString();
    }

    private static void Write(StringBuilder output, IHoconElement element, int indent)
    {
        switch (element)
        {
            case HoconLiteral { Value: null }:
                output.Append("null");
                break;
            case HoconLiteral { Value: { } text }:
                WriteText(output, text, allowDots: true);
                break;
            case HoconArray array:
                WriteList(output, array, indent);
                break;
            case HoconObject { Items.Count: 0 }:
                output.Append("{}");
                break;
            case HoconObject settings:
                output.Append("{\n");
                WriteSettings(output, settings, indent + IndentWidth);
                output.Append(' ', indent).Append('}');
                break;
        }
    }

    private static void WriteSettings(StringBuilder output, HoconObject settings, int indent)
    {
        foreach (var (key, value) in settings.Items)
        {
            output.Append(' ', indent);
            WriteText(output, key, allowDots: false);
            output.Append(" = ");
            Write(output, value.Element, indent);
            output.Append('\n');
        }
    }

    private static void WriteList(StringBuilder output, HoconArray array, int indent)
    {
        output.Append('[');
        for (var i = 0; i < array.Count; i++)
        {
            output.Append(i == 0 ? "" : ", ");
            Write(output, array[i].Element, indent);
        }

        output.Append(']');
    }

    private static void WriteText(StringBuilder output, string text, bool allowDots)
    {
        if (text is not ("" or "null" or "include")
            && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || (allowDots && c == '.')))
        {
            output.Append(text);
            return;
        }

        output.Append('"');
        foreach (var c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    output.Append('\\').Append(c);
                    break;
                case '\n':
                    output.Append("\\n");
                    break;
                case < ' ':
                    output.Append("\\u").Append(((int)c).ToString("x4", null));
                    break;
                default:
                    output.Append(c);
                    break;
            }
        }

        output.Append('"');
    }
}
