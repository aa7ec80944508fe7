using System.Diagnostics.CodeAnalysis;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>Reads the arguments of commands, and says which of them is wrong.</summary>
internal static class ArgumentReader
{
    /// <summary>Takes the name of a round.</summary>
    public static bool TryReadRound(
        ref Words arguments, string syntax, out RoundName round, [NotNullWhen(false)] out ErrorReply? error)
    {
        var word = arguments.Next();
        var valid = RoundName.TryParse(word, out round);
        error = valid ? null : Wrong(word, "round", RoundName.Grammar, syntax);
        return valid;
    }

    /// <summary>Takes the id of a contender.</summary>
    public static bool TryReadId(
        ref Words arguments, string syntax, out ContenderId id, [NotNullWhen(false)] out ErrorReply? error)
    {
        var word = arguments.Next();
        var valid = ContenderId.TryParse(word, out id);
        error = valid ? null : Wrong(word, "id", ContenderId.Grammar, syntax);
        return valid;
    }

    /// <summary>Whether no argument is left.</summary>
    public static bool IsAtEnd(ref Words arguments, string syntax, [NotNullWhen(false)] out ErrorReply? error)
    {
        var word = arguments.Next();
        error = word.IsEmpty
            ? null
            : SessionErrors.BadArgument($"{Quoted.Text(word)} is one word too many: write {syntax}");
        return word.IsEmpty;
    }

    private static ErrorReply Wrong(ReadOnlySpan<char> word, string argument, string grammar, string syntax) =>
        SessionErrors.BadArgument(
            word.IsEmpty
                ? $"no {argument} is given: write {syntax}"
                : $"{Quoted.Text(word)} is no {argument}: write {grammar}");
}
