namespace ActorArbiter.Protocol;

/// <summary>
/// Strings of what was read lately. The contenders of a round name it one after the other, and ids and texts come again and
/// again: for most of them no string has to be made.
/// </summary>
/// <remarks>
/// A place for each of some hashes, which are another in each process; strings of one hash replace each other. Thread-safe
/// without a lock: a place holds one string or another, and what is found is compared in full.
/// </remarks>
internal static class RecentStrings
{
    private const int MaxLength = 64;
    private const int Places = 2048;

    private static readonly string?[] Recent = new string?[Places];

    /// <summary>Most ids are one letter.</summary>
    private static readonly string[] OneCharacter =
        [.. Enumerable.Range(0, '\u0080').Select(character => ((char)character).ToString())];

    /// <summary>A string of <paramref name="text"/>.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.Length == 1 && char.IsAscii(text[0]))
            return OneCharacter[text[0]];
        if (text.Length > MaxLength)
            return text.ToString();
        ref var place = ref Recent[string.GetHashCode(text) & (Places - 1)];
        var recent = place;
        return recent is not null && text.SequenceEqual(recent) ? recent : place = text.ToString();
    }
}
