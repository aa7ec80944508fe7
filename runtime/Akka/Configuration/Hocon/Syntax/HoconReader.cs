using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// Reads a HOCON text into parts, by recursive descent. A method is entered with its first token current and leaves
/// with the token behind its last one current.
/// </summary>
internal sealed class HoconReader
{
    private readonly Tokenizer _tokens;
    private readonly Func<string, HoconRoot>? _includeCallback;
    private readonly IncludeScope? _scope;
    private readonly Stack<string> _path;
    private int _depth;

    private HoconReader(
        SourceText source, Func<string, HoconRoot>? includeCallback, IncludeScope? scope, Stack<string> path, int depth)
    {
        _tokens = new Tokenizer(source);
        _includeCallback = includeCallback;
        _scope = scope;
        _path = path;
        _depth = depth;
    }

    public static ObjectPart Read(SourceText source, Func<string, HoconRoot>? includeCallback) =>
        new HoconReader(source, includeCallback, null, new Stack<string>(), 0).ReadText();

    private ObjectPart ReadText()
    {
        SkipBlanksAndLines();
        var root = new ObjectPart(_tokens.Current.Position);
        if (_tokens.Current.Kind == TokenKind.ObjectStart)
        {
            root = ReadObject();
            SkipBlanksAndLines();
        }
        else
        {
            ReadFields(root, TokenKind.EndOfText, "the end of the text");
        }

        return _tokens.Current.Kind == TokenKind.EndOfText
            ? root
            : throw _tokens.Current.Unexpected("the end of the text after the closing '}'");
    }

    private ObjectPart ReadObject()
    {
        var start = _tokens.Current;
        Enter(start, 1);
        _tokens.Advance();
        var part = new ObjectPart(start.Position);
        ReadFields(part, TokenKind.ObjectEnd, $"'}}' for the '{{' of line {start.Position.LineAndColumn.Line}");
        _tokens.Advance();
        _depth--;
        return part;
    }

    private void ReadFields(ObjectPart target, TokenKind end, string endName)
    {
        SkipBlanksAndLines();
        while (_tokens.Current.Kind != end)
        {
            if (_tokens.Current.Kind == TokenKind.EndOfText)
            {
                throw _tokens.Current.Unexpected(endName);
            }

            if (!TryReadInclude(target))
            {
                ReadField(target);
            }

            ReadSeparator(end, endName);
        }
    }

    private void ReadField(ObjectPart target)
    {
        var start = _tokens.Current;
        var keys = new KeyReader(_tokens).Read();
        Enter(start, keys.Length);
        foreach (var key in keys)
        {
            _path.Push(key);
        }

        var setting = target.GetOrAdd(keys[0]);
        foreach (var key in keys.AsSpan(1))
        {
            var parent = new ObjectPart(start.Position);
            setting.Define([parent]);
            setting = ((ObjectPart)setting.Definitions[^1][0]).GetOrAdd(key);
        }

        setting.Define(ReadDefinition());
        foreach (var _ in keys)
        {
            _path.Pop();
        }

        _depth -= keys.Length;
    }

    private List<ValuePart> ReadDefinition()
    {
        var lineEnd = _tokens.Current;
        SkipBlanksAndLines();
        var assignment = _tokens.Current;
        switch (assignment.Kind)
        {
            case TokenKind.ObjectStart:
                return ReadValue();
            case TokenKind.Assign:
                _tokens.Advance();
                SkipBlanksAndLines();
                return ReadValue(after: assignment);
            case TokenKind.Append:
                _tokens.Advance();
                SkipBlanksAndLines();
                var item = new Setting();
                item.Define(ReadValue(after: assignment));
                return [new PreviousValuePart(assignment.Position), new ListPart([item], assignment.Position)];
            default:
                var found = lineEnd.Kind == TokenKind.NewLine ? lineEnd : assignment;
                throw found.Unexpected("'=', ':', '+=' or '{' after the key");
        }
    }

    private List<ValuePart> ReadValue(Token? after = null)
    {
        var parts = new List<ValuePart>(1);
        Token? blank = null;
        while (true)
        {
            if (_tokens.Current.Kind == TokenKind.Blank)
            {
                blank = _tokens.Current;
                _tokens.Advance();
            }

            if (TryReadPart() is not { } part)
            {
                break;
            }

            if (blank is { } between && parts.Count > 0)
            {
                parts.Add(new TextPart(between.Text, quoted: false, between.Position));
            }

            parts.Add(part);
            blank = null;
        }

        return parts.Count > 0
            ? parts
            : throw _tokens.Current.Unexpected(after is { } token ? $"a value after '{token.Text}'" : "a value");
    }

    private ValuePart? TryReadPart()
    {
        var token = _tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.ObjectStart:
                return ReadObject();
            case TokenKind.ListStart:
                return ReadList();
            case TokenKind.Unquoted or TokenKind.Quoted:
                _tokens.Advance();
                return new TextPart(token.Text, token.Kind == TokenKind.Quoted, token.Position);
            case TokenKind.Reference or TokenKind.OptionalReference:
                _tokens.Advance();
                return new ReferencePart(token.Text, token.Kind == TokenKind.OptionalReference, _scope, token.Position);
            default:
                return null;
        }
    }

    private ListPart ReadList()
    {
        var start = _tokens.Current;
        var endName = $"']' for the '[' of line {start.Position.LineAndColumn.Line}";
        Enter(start, 1);
        _tokens.Advance();
        SkipBlanksAndLines();
        var items = new List<Setting>();
        while (_tokens.Current.Kind != TokenKind.ListEnd)
        {
            if (_tokens.Current.Kind == TokenKind.EndOfText)
            {
                throw _tokens.Current.Unexpected(endName);
            }

            var item = new Setting();
            item.Define(ReadValue());
            items.Add(item);
            ReadSeparator(TokenKind.ListEnd, endName);
        }

        _tokens.Advance();
        _depth--;
        return new ListPart(items, start.Position);
    }

    private void ReadSeparator(TokenKind end, string endName)
    {
        var separated = SkipBlanksAndLines();
        if (_tokens.Current.Kind == TokenKind.Comma)
        {
            _tokens.Advance();
            SkipBlanksAndLines();
        }
        else if (!separated && _tokens.Current.Kind != end)
        {
            throw _tokens.Current.Unexpected($"a comma, a new line or {endName}");
        }
    }

    private bool TryReadInclude(ObjectPart target)
    {
        var include = _tokens.Current;
        if (include is not { Kind: TokenKind.Unquoted, Text: "include" })
        {
            return false;
        }

        _tokens.Advance();
        if (_tokens.Current.Kind == TokenKind.Blank)
        {
            _tokens.Advance();
        }

        var name = _tokens.Current;
        if (name.Kind != TokenKind.Quoted)
        {
            _tokens.Return(include);
            return false;
        }

        _tokens.Advance();
        target.Absorb(_includeCallback is null ? ReadFile(name) : CallBack(_includeCallback, name));
        return true;
    }

    private ObjectPart ReadFile(Token name)
    {
        Enter(name, 1);
        var source = SourceText.FromInclude(name.Text, name.Position);
        var scope = new IncludeScope([.. _path.Reverse()], _scope);
        var included = new HoconReader(source, null, scope, _path, _depth).ReadText();
        _depth--;
        return included;
    }

    private static ObjectPart CallBack(Func<string, HoconRoot> includeCallback, Token name) =>
        ParsedValue.ToPart(includeCallback(name.Text).Value) as ObjectPart
        ?? throw name.Position.Error($"expected settings for the include \"{name.Text}\", found a value that is no object");

    private bool SkipBlanksAndLines()
    {
        var lines = false;
        while (_tokens.Current.Kind is TokenKind.Blank or TokenKind.NewLine)
        {
            lines |= _tokens.Current.Kind == TokenKind.NewLine;
            _tokens.Advance();
        }

        return lines;
    }

    private void Enter(Token at, int levels)
    {
        _depth += levels;
        if (_depth > HoconLimits.Depth)
        {
            throw at.Position.Error($"expected at most {HoconLimits.Depth} levels of objects, lists and includes");
        }
    }
}
