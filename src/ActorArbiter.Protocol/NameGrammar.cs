using System.Buffers;

namespace ActorArbiter.Protocol;

/// <summary>What contenders and rounds may be called: ASCII letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
internal static class NameGrammar
{
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    public static bool Allows(ReadOnlySpan<char> text, int maxLength) =>
        text.Length > 0 && text.Length <= maxLength && !text.ContainsAnyExcept(Allowed);
}
