namespace Akka.Configuration.Hocon.Text;

/// <summary>A piece of a HOCON text, where it starts, and what it says.</summary>
internal readonly record struct Token(TokenKind Kind, SourcePosition Position, string Text)
{
    /// <summary>The error that something else was expected in this token's place.</summary>
    public ConfigurationException Unexpected(string expected) =>
        Position.Error($"expected {expected}, found {Description}{Hint}");

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

    private string Hint => Kind is TokenKind.Assign ? $" (text with a '{Text}' in it needs double quotes)" : "";
}
