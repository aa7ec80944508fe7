using System.Text;

namespace ActorArbiter.Protocol;

/// <summary>
/// Reads a client's line as a message. Clients differ: the line may be padded with NUL bytes, end in white space, or
/// begin with a byte-order mark.
/// </summary>
public static class MessageParser
{
    private const string ClientWord = "Client ";

    /// <summary>
    /// Reads <c>Client X: Alice</c>, <c>Client X:Alice</c>, <c>Client X : Alice</c>, <c>X: Alice</c>, or a text without an id.
    /// </summary>
    /// <param name="line">The line's bytes without the line end.</param>
    /// <param name="message">The message, when the result is <see langword="true"/>.</param>
    /// <param name="problem">What is wrong with the line, when the result is <see langword="false"/>.</param>
    public static bool TryParse(ReadOnlySpan<byte> line, out ParsedMessage message, out string problem)
    {
        message = default;
        Span<char> characters = line.Length <= ProtocolLimits.MaxLineBytes ? stackalloc char[line.Length] : new char[line.Length];
        return TryDecode(line, characters, out var words, out problem) && TryRead(words, out message, out problem);
    }

    /// <summary>Reads a line's decoded words, which are neither empty nor contain control characters.</summary>
    /// <inheritdoc cref="TryParse"/>
    internal static bool TryRead(ReadOnlySpan<char> words, out ParsedMessage message, out string problem)
    {
        message = default;
        ContenderId? id = null;
        var text = words;
        if (TrySplit(words, out var name, out var rest))
        {
            if (!ContenderId.TryParse(name, out var named))
            {
                problem = $"an id has {ContenderId.Grammar}";
                return false;
            }

            id = named;
            text = rest;
        }

        return Accept(id, text, out message, out problem);
    }

    /// <summary>
    /// Reads the text of a contender whose id is known already; <c>Client X: </c> in front of it is cut if it names
    /// <paramref name="own"/>.
    /// </summary>
    /// <inheritdoc cref="TryParse"/>
    public static bool TryParseText(
        ReadOnlySpan<byte> line, ContenderId own, out ParsedMessage message, out string problem)
    {
        message = default;
        Span<char> characters = line.Length <= ProtocolLimits.MaxLineBytes ? stackalloc char[line.Length] : new char[line.Length];
        if (!TryDecode(line, characters, out var words, out problem))
            return false;
        var namesOwn = words.StartsWith(ClientWord)
            && TrySplit(words, out var name, out _) && name.SequenceEqual(own.Value);
        return Accept(own, namesOwn ? AfterColon(words) : words, out message, out problem);
    }

    private static bool TryDecode(
        ReadOnlySpan<byte> line, Span<char> characters, out ReadOnlySpan<char> words, out string problem)
    {
        if (!LineText.TryDecode(line, characters, out words))
            problem = "the message is not UTF-8";
        else if (words.IsEmpty)
            problem = "the message is empty";
        else if (IsHttp(words))
            problem = "this is no web server: send a line such as Client X: Alice";
        else if (LineText.HasControls(words))
            problem = "the message contains control characters";
        else
            problem = "";
        return problem.Length == 0;
    }

    /// <summary>Whether <paramref name="text"/>, which contains no control characters, has the length of a text.</summary>
    internal static bool Accept(ContenderId? id, ReadOnlySpan<char> text, out ParsedMessage message, out string problem)
    {
        problem = Encoding.UTF8.GetByteCount(text) switch
        {
            0 => "the message has no text after its id",
            > ProtocolLimits.MaxTextBytes => $"a text has at most {ProtocolLimits.MaxTextBytes} bytes",
            _ => "",
        };
        message = problem.Length == 0 ? new ParsedMessage(id, RecentStrings.Of(text)) : default;
        return problem.Length == 0;
    }

    /// <summary>Splits at the colon behind an id; a text that only happens to contain a colon is not split.</summary>
    private static bool TrySplit(ReadOnlySpan<char> words, out ReadOnlySpan<char> id, out ReadOnlySpan<char> text)
    {
        id = text = default;
        var colon = words.IndexOf(':');
        if (colon < 0)
            return false;
        text = AfterColon(words);
        if (words.StartsWith(ClientWord))
        {
            id = words[ClientWord.Length..Math.Max(colon, ClientWord.Length)].Trim();
            return true;
        }

        id = words[..colon];
        return ContenderId.TryParse(id, out _) && (colon + 1 == words.Length || words[colon + 1] == ' ');
    }

    private static ReadOnlySpan<char> AfterColon(ReadOnlySpan<char> words) => words[(words.IndexOf(':') + 1)..].Trim();

    private static bool IsHttp(ReadOnlySpan<char> words) => words.EndsWith(" HTTP/1.0") || words.EndsWith(" HTTP/1.1");
}
