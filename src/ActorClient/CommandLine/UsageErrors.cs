using System.CommandLine;
using System.CommandLine.Parsing;

namespace ActorClient.CommandLine;

/// <summary>
/// What is wrong with a command line. System.CommandLine would show the help text with it, and exit with 1.
/// </summary>
internal static class UsageErrors
{
    /// <exception cref="UsageException">Something is wrong; the message is the first thing.</exception>
    public static void Check(ParseResult parsed)
    {
        // Shells ask for completions of what is not finished yet.
        if (parsed.Tokens.Any(token => token.Type == TokenType.Directive))
            return;

        var mistyped = parsed.Tokens
            .TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value is ['-', _, ..]);
        if (mistyped is not null)
            throw new UsageException($"unknown option {mistyped.Value} (--help lists them{BehindDashes(parsed)})");

        if (Misplaced(parsed) is { } misplaced)
            throw new UsageException($"{misplaced} has no meaning for {parsed.CommandResult.Command.Name}");
        if (parsed.UnmatchedTokens is [var surplus, ..])
            throw new UsageException($"'{surplus}' is one argument too many{HowToMend(parsed)}");
        if (parsed.Errors is [var error, ..])
            throw new UsageException(error.Message);
    }

    /// <summary>
    /// What was given to the program in front of a command's name. It belongs to the root, and would have no effect.
    /// </summary>
    private static string? Misplaced(ParseResult parsed)
    {
        if (parsed.CommandResult == parsed.RootCommandResult)
            return null;
        var root = parsed.RootCommandResult;
        var option = root.Command.Options
            .FirstOrDefault(option => !option.Recursive && root.GetResult(option) is { Implicit: false });
        return option?.Name ?? root.Children.OfType<ArgumentResult>()
            .SelectMany(argument => argument.Tokens)
            .Select(token => $"'{token.Value}'")
            .FirstOrDefault();
    }

    private static string BehindDashes(ParseResult parsed) => parsed.CommandResult.Command switch
    {
        RootCommand => "; a text that begins with - goes behind --",
        { Name: ClaimCommand.Name } => "; the command to run goes behind --",
        _ => "",
    };

    private static string HowToMend(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? " (quote a text that has several words)" : "";
}
