using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>Text. Only unquoted text can be the literal <c>null</c>.</summary>
internal sealed class TextPart(string text, bool quoted, SourcePosition? position) : ValuePart(position)
{
    public string Text { get; } = text;

    public bool IsNull => !quoted && Text == "null";

    /// <summary>Blanks between pieces: they count between texts, and not between lists or objects.</summary>
    public bool IsBlank => !quoted && string.IsNullOrWhiteSpace(Text);
}
