using System.Text;

namespace ActorClient.Conversation;

/// <summary>What a server says, as one line that a terminal may show.</summary>
internal static class ReadableText
{
    /// <summary>The text, cut at padding and trailing white space; other control characters are replaced.</summary>
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf((byte)0) is >= 0 and var padding)
            bytes = bytes[..padding];
        var text = Encoding.UTF8.GetString(bytes).TrimEnd();
        return text.Any(char.IsControl)
            ? string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character))
            : text;
    }
}
