using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>What ends the object, list or text that is being read.</summary>
internal readonly record struct Closing(TokenKind Kind, string Text, Token? Opened)
{
    public static readonly Closing OfText = new(TokenKind.EndOfText, "", null);

    public static Closing OfObject(Token opened) => new(TokenKind.ObjectEnd, "}", opened);

    public static Closing OfList(Token opened) => new(TokenKind.ListEnd, "]", opened);

    /// <summary>How an error names it.</summary>
    public override string ToString() => Opened is { } opened
        ? $"'{Text}' for the '{opened.Text}' of line {opened.Position.LineAndColumn.Line}"
        : "the end of the text";
}
