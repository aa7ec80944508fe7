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
            return misplaced;

        return parsed.UnmatchedTokens.Concat(ValuesLikeOptions(parsed)).FirstOrDefault() switch
        {
            ['-', _, ..] option => $"unknown option {option} (--help lists them)",
            { } argument => $"'{argument}' is one argument too many",
            null => parsed.Errors is [var error, ..] ? error.Message : null,
        };
    }

    /// <summary>
    /// An option that the command has not, but another one. Before the command's name it belongs to the root for
    /// System.CommandLine, and has no effect.
    /// </summary>
    private static string? Misplaced(ParseResult parsed)
    {
        var root = parsed.RootCommandResult.Command;
        var command = parsed.CommandResult.Command;
        var before = root.Options.FirstOrDefault(option =>
            !option.Recursive && !command.Options.Contains(option) && parsed.GetResult(option) is { Implicit: false });
        if (before is not null && Has(command, before.Name))
            return $"{before.Name} goes behind {command.Name}: {command.Name} {before.Name} ...";

        var misplaced = before?.Name ?? parsed.UnmatchedTokens.FirstOrDefault(token =>
            !Has(command, token) && root.Subcommands.Append(root).Any(other => Has(other, token)));
        return misplaced is null ? null : $"{misplaced} has no meaning for {command.Name}";
    }

    private static bool Has(Command command, string option) => command.Options.Any(own => own.Name == option);

    /// <summary>A mistyped option behind one that takes a value would be that value.</summary>
    private static IEnumerable<string> ValuesLikeOptions(ParseResult parsed) => parsed.Tokens
        .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal))
        .Select(token => token.Value);
}
