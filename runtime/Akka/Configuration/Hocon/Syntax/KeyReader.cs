using System.Text;
using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// Reads what stands left of a value: keys with dots between them. A key may have blanks inside (<c>a b.c</c> is
/// <c>a b</c>, then <c>c</c>); a dot in quotes is part of its key.
/// </summary>
internal sealed class KeyReader(Cursor cursor)
{
    private readonly List<string> _keys = [];
    private readonly StringBuilder _key = new();
    private string _blank = "";
    private bool _hasKey;

    public string[] Read()
    {
        if (cursor.Current.Kind is not (TokenKind.Unquoted or TokenKind.Quoted))
        {
            throw cursor.Current.Unexpected("a key");
        }

        for (; ; cursor.Advance())
        {
            switch (cursor.Current.Kind)
            {
                case TokenKind.Blank:
                    _blank = cursor.Current.Text;
                    break;
                case TokenKind.Quoted:
                    Append(cursor.Current.Text);
                    break;
                case TokenKind.Unquoted:
                    AppendDotted(cursor.Current);
                    break;
                default:
                    EndKey(cursor.Current);
                    return [.. _keys];
            }
        }
    }

    private void AppendDotted(Token token)
    {
        var steps = token.Text.Split('.');
        for (var i = 0; i < steps.Length; i++)
        {
            if (i > 0)
            {
                EndKey(token);
            }

            if (steps[i].Length > 0)
            {
                Append(steps[i]);
            }
        }
    }

    private void Append(string text)
    {
        if (_hasKey)
        {
            _key.Append(_blank);
        }

        _key.Append(text);
        _blank = "";
        _hasKey = true;
    }

    private void EndKey(Token at)
    {
        if (!_hasKey)
        {
            throw at.Position.Error(
                "expected a key before and after every '.' (a key with a dot in it needs double quotes)");
        }

        _keys.Add(_key.ToString());
        _key.Clear();
        _blank = "";
        _hasKey = false;
    }
}
