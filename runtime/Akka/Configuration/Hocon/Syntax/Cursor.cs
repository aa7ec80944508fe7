using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>Walks through the tokens of a text and counts how deep in objects and lists it is.</summary>
internal sealed class Cursor(SourceText source, int depth)
{
    private readonly Tokenizer _tokens = new(source);

    public Token Current => _tokens.Current;

    public int Depth { get; private set; } = depth;

    public void Advance() => _tokens.Advance();

    /// <summary>Goes back to a token that was current before.</summary>
    public void Return(Token token) => _tokens.Return(token);

    /// <summary>Goes to the next token that is neither blank nor the end of a line; true if a line ended.</summary>
    public bool SkipBlanksAndLines()
    {
        var lines = false;
        while (Current.Kind is TokenKind.Blank or TokenKind.NewLine)
        {
            lines |= Current.Kind == TokenKind.NewLine;
            Advance();
        }

        return lines;
    }

    /// <summary>True at the token that closes; an error if the text is over before it came.</summary>
    public bool IsAt(Closing closing)
    {
        if (Current.Kind == TokenKind.EndOfText && closing.Kind != TokenKind.EndOfText)
        {
            throw Current.Unexpected($"{closing}");
        }

        return Current.Kind == closing.Kind;
    }

    /// <summary>Goes past what stands between two fields or items: a comma, ends of lines, or both.</summary>
    public void SkipSeparator(Closing closing)
    {
        var separated = SkipBlanksAndLines();
        if (Current.Kind == TokenKind.Comma)
        {
            Advance();
            SkipBlanksAndLines();
        }
        else if (!separated && Current.Kind != closing.Kind)
        {
            var hint = Current.Kind == TokenKind.Assign
                ? $" (text with a '{Current.Text}' in it needs double quotes)"
                : "";
            throw Current.Unexpected($"a comma, a new line or {closing}", hint);
        }
    }

    /// <exception cref="ConfigurationException">The text is nested too deeply.</exception>
    public void Enter(Token at, int levels = 1)
    {
        Depth += levels;
        if (Depth > HoconLimits.Depth)
        {
            throw at.Position.Error($"expected at most {HoconLimits.Depth} levels of objects, lists and includes");
        }
    }

    public void Leave(int levels = 1) => Depth -= levels;
}
