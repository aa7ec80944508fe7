using System.Buffers;

namespace Akka.Configuration.Hocon.Text;

/// <summary>Cuts a HOCON text into tokens, one at a time. Comments are passed over.</summary>
internal sealed class Tokenizer
{
    private static readonly SearchValues<char> NotInUnquoted = SearchValues.Create("$\"{}[]:=,#`^?!@*&\\");
    private readonly SourceText _source;
    private int _index;

    public Tokenizer(SourceText source)
    {
        _source = source;
        Advance();
    }

    public Token Current { get; private set; }

    /// <summary>Goes back to a token that was current before.</summary>
    public void Return(Token token)
    {
        _index = token.Position.Offset;
        Advance();
    }

    public void Advance()
    {
        var content = _source.Content;
        SkipComment();
        var start = new SourcePosition(_source, _index);
        if (_index == content.Length)
        {
            Current = new Token(TokenKind.EndOfText, start, "");
            return;
        }

        Current = content[_index] switch
        {
            '\n' => Take(TokenKind.NewLine, 1),
            '\r' => Take(TokenKind.NewLine, Starts("\r\n") ? 2 : 1),
            ',' => Take(TokenKind.Comma, 1),
            '=' or ':' => Take(TokenKind.Assign, 1),
            '+' when Starts("+=") => Take(TokenKind.Append, 2),
            '{' => Take(TokenKind.ObjectStart, 1),
            '}' => Take(TokenKind.ObjectEnd, 1),
            '[' => Take(TokenKind.ListStart, 1),
            ']' => Take(TokenKind.ListEnd, 1),
            '"' => new Token(TokenKind.Quoted, start, QuotedText.Read(start, out _index)),
            '$' when Starts("${") => TakeReference(start),
            var c when IsBlank(c) => TakeBlank(),
            var c when NotInUnquoted.Contains(c) =>
                throw start.Error($"expected no '{c}' outside of quotes (text with a '{c}' in it needs double quotes)"),
            _ => TakeUnquoted(),
        };
    }

    private static bool IsBlank(char c) => c is not ('\r' or '\n') && char.IsWhiteSpace(c);

    private bool Starts(string text) => _source.Content.AsSpan(_index).StartsWith(text);

    private void SkipComment()
    {
        if (Starts("#") || Starts("//"))
        {
            var length = _source.Content.AsSpan(_index).IndexOfAny('\r', '\n');
            _index = length < 0 ? _source.Content.Length : _index + length;
        }
    }

    private Token Take(TokenKind kind, int length)
    {
        var start = _index;
        _index += length;
        return new Token(kind, new SourcePosition(_source, start), _source.Content.Substring(start, length));
    }

    private Token TakeBlank()
    {
        var length = 1;
        while (_index + length < _source.Content.Length && IsBlank(_source.Content[_index + length]))
        {
            length++;
        }

        return Take(TokenKind.Blank, length);
    }

    private Token TakeUnquoted()
    {
        var end = _index + 1;
        while (end < _source.Content.Length && !EndsUnquoted(_source.Content.AsSpan(end)))
        {
            end++;
        }

        return Take(TokenKind.Unquoted, end - _index);
    }

    private static bool EndsUnquoted(ReadOnlySpan<char> rest) =>
        char.IsWhiteSpace(rest[0])
        || NotInUnquoted.Contains(rest[0])
        || rest.StartsWith("//")
        || rest.StartsWith("+=");

    private Token TakeReference(SourcePosition start)
    {
        var content = _source.Content;
        var optional = Starts("${?");
        var first = _index + (optional ? 3 : 2);
        var inQuotes = false;
        for (var end = first; end < content.Length && content[end] is not ('\r' or '\n'); end++)
        {
            if (content[end] == '}' && !inQuotes)
            {
                _index = end + 1;
                var kind = optional ? TokenKind.OptionalReference : TokenKind.Reference;
                return new Token(kind, start, content[first..end].Trim());
            }

            inQuotes ^= content[end] == '"';
        }

        throw start.Error("expected '}' to end the substitution that begins here, found the end of the line");
    }
}
