namespace Akka.Configuration.Hocon.Text;

/// <summary>A piece of a HOCON text, where it starts, and what it says.</summary>
internal readonly record struct Token(TokenKind Kind, SourcePosition Position, string Text)
{
    /// <summary>The error that something else was expected in this token's place.</summary>
    public ConfigurationException Unexpected(string expected, string hint = "") =>
        Position.Error($"expected {expected}, found {Description}{hint}");

    private string Description => Kind switch
    {
        TokenKind.EndOfText => "the end of the text",
        TokenKind.NewLine => "the end of the line",
        TokenKind.Blank => "a blank",
        TokenKind.Quoted => $"\"{Text}\"",
        TokenKind.Reference => $"${{{Text}}}",
        TokenKind.OptionalReference => $"${{?{Text}}}",
        _ => $"'{Text}'",
    };
}
