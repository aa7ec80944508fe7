using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// Reads a HOCON text into parts, by recursive descent. A method is entered with its first token current and leaves
/// with the token behind its last one current.
/// </summary>
internal sealed class HoconReader
{
    private readonly Cursor _cursor;
    private readonly IncludeReader _includes;
    private readonly IncludeScope? _scope;
    private readonly Stack<string> _path;

    private HoconReader(
        Cursor cursor, Func<string, HoconRoot>? includeCallback, IncludeScope? scope, Stack<string> path)
    {
        _cursor = cursor;
        _includes = new IncludeReader(cursor, includeCallback, scope, path);
        _scope = scope;
        _path = path;
    }

    /// <exception cref="ConfigurationException">The text is not HOCON.</exception>
    public static ObjectPart Read(SourceText source, Func<string, HoconRoot>? includeCallback) =>
        new HoconReader(new Cursor(source, 0), includeCallback, null, new Stack<string>()).ReadText();

    /// <param name="source">A file that was included.</param>
    /// <param name="scope">The place it was included at.</param>
    /// <param name="path">The keys on the way to that place, innermost on top.</param>
    /// <param name="depth">How deep that place is.</param>
    public static ObjectPart ReadIncluded(SourceText source, IncludeScope scope, Stack<string> path, int depth) =>
        new HoconReader(new Cursor(source, depth), null, scope, path).ReadText();

    private ObjectPart ReadText()
    {
        _cursor.SkipBlanksAndLines();
        if (_cursor.Current.Kind != TokenKind.ObjectStart)
        {
            return ReadFields(Closing.OfText);
        }

        var root = ReadObject();
        _cursor.SkipBlanksAndLines();
        return _cursor.Current.Kind == TokenKind.EndOfText
            ? root
            : throw _cursor.Current.Unexpected("the end of the text after the closing '}'");
    }

    private ObjectPart ReadObject()
    {
        var start = _cursor.Current;
        _cursor.Enter(start);
        _cursor.Advance();
        var part = ReadFields(Closing.OfObject(start));
        _cursor.Advance();
        _cursor.Leave();
        return part;
    }

    private ObjectPart ReadFields(Closing closing)
    {
        var target = new ObjectPart(closing.Opened?.Position ?? _cursor.Current.Position);
        _cursor.SkipBlanksAndLines();
        while (!_cursor.IsAt(closing))
        {
            if (_includes.TryRead() is { } included)
            {
                target.Absorb(included);
            }
            else
            {
                ReadField(target);
            }

            _cursor.SkipSeparator(closing);
        }

        return target;
    }

    private void ReadField(ObjectPart target)
    {
        var start = _cursor.Current;
        var keys = new KeyReader(_cursor).Read();
        _cursor.Enter(start, keys.Length);
        foreach (var key in keys)
        {
            _path.Push(key);
        }

        var setting = target.GetOrAdd(keys[0]);
        foreach (var key in keys.AsSpan(1))
        {
            setting = setting.OpenObject(start.Position).GetOrAdd(key);
        }

        setting.Define(ReadDefinition());
        foreach (var _ in keys)
        {
            _path.Pop();
        }

        _cursor.Leave(keys.Length);
    }

    private List<ValuePart> ReadDefinition()
    {
        var afterKey = _cursor.Current;
        _cursor.SkipBlanksAndLines();
        var sign = _cursor.Current;
        switch (sign.Kind)
        {
            case TokenKind.ObjectStart:
                return ReadValue("a value");
            case TokenKind.Assign:
                return ReadValueAfter(sign);
            case TokenKind.Append:
                var list = new ListPart([new Setting(ReadValueAfter(sign))], sign.Position);
                return [new PreviousValuePart(sign.Position), list];
            default:
                var found = afterKey.Kind == TokenKind.NewLine ? afterKey : sign;
                throw found.Unexpected("'=', ':', '+=' or '{' after the key");
        }
    }

    private List<ValuePart> ReadValueAfter(Token sign)
    {
        _cursor.Advance();
        _cursor.SkipBlanksAndLines();
        return ReadValue($"a value after '{sign.Text}'");
    }

    private List<ValuePart> ReadValue(string expected)
    {
        var parts = new List<ValuePart>(1);
        Token? blank = null;
        while (true)
        {
            if (_cursor.Current.Kind == TokenKind.Blank)
            {
                blank = _cursor.Current;
                _cursor.Advance();
            }

            if (TryReadPart() is not { } part)
            {
                return parts.Count > 0 ? parts : throw _cursor.Current.Unexpected(expected);
            }

            if (blank is { } between && parts.Count > 0)
            {
                parts.Add(new TextPart(between.Text, quoted: false, between.Position));
            }

            parts.Add(part);
            blank = null;
        }
    }

    private ValuePart? TryReadPart()
    {
        var token = _cursor.Current;
        switch (token.Kind)
        {
            case TokenKind.ObjectStart:
                return ReadObject();
            case TokenKind.ListStart:
                return ReadList();
            case TokenKind.Unquoted or TokenKind.Quoted:
                _cursor.Advance();
                return new TextPart(token.Text, token.Kind == TokenKind.Quoted, token.Position);
            case TokenKind.Reference or TokenKind.OptionalReference:
                _cursor.Advance();
                return new ReferencePart(token.Text, token.Kind == TokenKind.OptionalReference, _scope, token.Position);
            default:
                return null;
        }
    }

    private ListPart ReadList()
    {
        var start = _cursor.Current;
        var closing = Closing.OfList(start);
        _cursor.Enter(start);
        _cursor.Advance();
        _cursor.SkipBlanksAndLines();
        var items = new List<Setting>();
        while (!_cursor.IsAt(closing))
        {
            items.Add(new Setting(ReadValue("a value")));
            _cursor.SkipSeparator(closing);
        }

        _cursor.Advance();
        _cursor.Leave();
        return new ListPart(items, start.Position);
    }
}
