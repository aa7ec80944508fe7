using System.Text;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>Words of a client in an error sentence: they may be long, and not fit to print.</summary>
internal static class Quoted
{
    private const int MaxRunes = 24;

    /// <summary>
    /// The text in quotes, shortened, with a question mark for what is no letter, digit, punctuation or symbol.
    /// </summary>
    public static string Text(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("'");
        var runes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (runes++ == MaxRunes)
            {
                quoted.Append("...");
                break;
            }

            quoted.Append(IsPlain(rune) ? rune.ToString() : "?");
        }

        return quoted.Append('\'').ToString();
    }

    private static bool IsPlain(Rune rune) =>
        rune != Rune.ReplacementChar
        && (Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune));
}
