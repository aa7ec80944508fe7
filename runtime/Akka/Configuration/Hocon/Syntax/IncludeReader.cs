using Akka.Configuration.Hocon.Text;

namespace Akka.Configuration.Hocon.Syntax;

/// <summary>
/// Reads <c>include "name"</c> and gets what it names: from the callback if there is one, else from a file.
/// </summary>
internal sealed class IncludeReader(
    Cursor cursor, Func<string, HoconRoot>? callback, IncludeScope? scope, Stack<string> path)
{
    /// <summary>The included settings; null if there is no include here, but a key of that name.</summary>
    public ObjectPart? TryRead()
    {
        var include = cursor.Current;
        if (include is not { Kind: TokenKind.Unquoted, Text: "include" })
        {
            return null;
        }

        cursor.Advance();
        if (cursor.Current.Kind == TokenKind.Blank)
        {
            cursor.Advance();
        }

        var name = cursor.Current;
        if (name.Kind != TokenKind.Quoted)
        {
            cursor.Return(include);
            return null;
        }

        cursor.Advance();
        return callback is null ? ReadFile(name) : CallBack(callback, name);
    }

    private ObjectPart ReadFile(Token name)
    {
        cursor.Enter(name);
        var source = SourceText.FromInclude(name.Text, name.Position);
        var place = new IncludeScope([.. path.Reverse()], scope);
        var included = HoconReader.ReadIncluded(source, place, path, cursor.Depth);
        cursor.Leave();
        return included;
    }

    private static ObjectPart CallBack(Func<string, HoconRoot> callback, Token name) =>
        ParsedValue.ToPart(callback(name.Text).Value) as ObjectPart
        ?? throw name.Position.Error(
            $"expected settings for the include \"{name.Text}\", found a value that is no object");
}
