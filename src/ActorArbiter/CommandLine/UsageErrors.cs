using System.CommandLine;
using System.CommandLine.Parsing;

namespace ActorArbiter.CommandLine;

/// <summary>What is wrong with a command line, in one line. System.CommandLine would show the help text with it.</summary>
internal static class UsageErrors
{
    /// <summary>The first thing that is wrong; <see langword="null"/> if nothing is.</summary>
    public static string? First(ParseResult parsed)
    {
        if (Misplaced(parsed) is { } misplaced)
            return $"{misplaced} has no meaning for {parsed.CommandResult.Command.Name}";

        return parsed.UnmatchedTokens.Concat(ValuesLikeOptions(parsed)).FirstOrDefault() switch
        {
            ['-', _, ..] option => $"unknown option {option} (--help lists them)",
            { } argument => $"'{argument}' is one argument too many",
            null => parsed.Errors is [var error, ..] ? error.Message : null,
        };
    }

    /// <summary>
    /// An option that other commands have, but not this one. Before the command's name it belongs to the root for
    /// System.CommandLine, and has no effect.
    /// </summary>
    private static string? Misplaced(ParseResult parsed)
    {
        var own = parsed.CommandResult.Command.Options;
        var others = parsed.RootCommandResult.Command.Options
            .Where(option => !option.Recursive && !own.Contains(option));
        return others
            .Where(option =>
                parsed.GetResult(option) is { Implicit: false } || parsed.UnmatchedTokens.Contains(option.Name))
            .Select(option => option.Name)
            .FirstOrDefault();
    }

    /// <summary>A mistyped option behind one that takes a value would be that value.</summary>
    private static IEnumerable<string> ValuesLikeOptions(ParseResult parsed) => parsed.Tokens
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
        .Select(token => token.Value);
}
