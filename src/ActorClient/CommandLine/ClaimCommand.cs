using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Security.Cryptography;

namespace ActorClient.CommandLine;

/// <summary><c>claim</c>: the first to claim something has it.</summary>
internal sealed class ClaimCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "claim";

    private const string Example = "arbiter-client claim deploy-17 --as runner-1 -- ./deploy.sh";
    private const int TokenBytes = 8;

    private readonly Argument<string?> _round = RoundNameArgument.Create();

    private readonly Argument<string[]> _command = new("command")
    {
        Description = "Behind --: what the winner runs, with its arguments",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string> _as = new("--as")
    {
        HelpName = "ID",
        Description = "Who claims: 1 to 32 letters, digits, '-', '_' or '.'",
    };

    private readonly Option<string> _text = new("--text")
    {
        HelpName = "TEXT",
        Description = "What to leave in the record [default: a random token]; the same id and text win again",
    };

    private readonly Option<string> _lostCode = new("--lost-code")
    {
        HelpName = "CODE",
        Description = $"What to exit with when another was first [default: {ExitCodes.Lost}]",
    };

    private readonly Option<bool> _json = JsonOption.Create();
    private readonly SharedOptions _shared;

    /// <param name="shared">The options of every command.</param>
    public ClaimCommand(SharedOptions shared) => _shared = shared;

    /// <summary>The command.</summary>
    /// <param name="run">Carries out what it asks for; the result is the exit code.</param>
    public Command Create(RequestRunner run)
    {
        var command = new Command(Name, "Claim something: the first wins, runs its command, and exits as that does.")
        {
            _round, _command, _as, _text, _lostCode, _json,
        };
        command.SetAction((parsed, _) =>
        {
            var settings = _shared.Load(parsed, ClientSettings.Timeout);
            CheckDashes(parsed);
            var round = RoundNameArgument.Read(parsed, _round, Example);
            var id = parsed.GetValue(_as)
                ?? throw new UsageException($"missing: --as ID, which says who claims, as in {Example}");
            var text = parsed.GetValue(_text) ?? RandomNumberGenerator.GetHexString(2 * TokenBytes, lowercase: true);
            return run(
                new ClientRequest.Claim(
                    ClientSettings.ReadConnection(settings),
                    round,
                    MessageInput.Check(id, text),
                    ReadLostCode(parsed.GetValue(_lostCode)),
                    parsed.GetValue(_command) ?? [],
                    parsed.GetValue(_json)),
                settings.Config);
        });
        return command;
    }

    /// <summary>An option of the command to run must not be taken for one of <c>claim</c>.</summary>
    private void CheckDashes(ParseResult parsed)
    {
        var behindDashes = parsed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
        var words = parsed.GetValue(_command) ?? [];
        if (words.Length > behindDashes)
            throw new UsageException($"'{words[0]}' is one argument too many (the command to run goes behind --)");
        if (words.Length < behindDashes)
            throw new UsageException($"missing: the name of a round in front of --, as in {Example}");
        if (words is [""])
            throw new UsageException("the command to run has no name");
    }

    private static int ReadLostCode(string? text)
    {
        if (text is null)
            return ExitCodes.Lost;
        return byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? code
            : throw new UsageException($"--lost-code is '{text}': expected a whole number from 0 to {byte.MaxValue}");
    }
}
