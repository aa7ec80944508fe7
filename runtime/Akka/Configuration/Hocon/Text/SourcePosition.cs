namespace Akka.Configuration.Hocon.Text;

/// <summary>A place in a text. Line and column, both from 1, are worked out when it is shown.</summary>
internal readonly record struct SourcePosition(SourceText Source, int Offset)
{
    /// <summary>An error at this place.</summary>
    public ConfigurationException Error(string message) => new($"{this}: {message}");

    /// <summary><c>name(line,column)</c></summary>
    public override string ToString()
    {
        var (line, column) = LineAndColumn;
        return $"{Source.Name}({line},{column})";
    }

    /// <summary>Lines end with LF, CR LF or CR.</summary>
    public (int Line, int Column) LineAndColumn
    {
        get
        {
            var before = Source.Content.AsSpan(0, Offset);
            var line = 1;
            for (int end; (end = before.IndexOfAny('\r', '\n')) >= 0; line++)
            {
                var crLf = before[end] == '\r' && before[end..].StartsWith("\r\n");
                before = before[(end + (crLf ? 2 : 1))..];
            }

            return (line, before.Length + 1);
        }
    }
}
