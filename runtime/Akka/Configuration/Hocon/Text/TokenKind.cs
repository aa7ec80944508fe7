namespace Akka.Configuration.Hocon.Text;

internal enum TokenKind
{
    /// <summary>Blanks within a line.</summary>
    Blank,
    NewLine,
    EndOfText,
    Comma,

    /// <summary><c>=</c> or <c>:</c></summary>
    Assign,

    /// <summary><c>+=</c></summary>
    Append,
    ObjectStart,
    ObjectEnd,
    ListStart,
    ListEnd,
    Unquoted,

    /// <summary>Text in quotes, one or three; the token's text is without them and with escapes replaced.</summary>
    Quoted,

    /// <summary><c>${path}</c>; the token's text is the path.</summary>
    Reference,

    /// <summary><c>${?path}</c>; the token's text is the path.</summary>
    OptionalReference,
}
