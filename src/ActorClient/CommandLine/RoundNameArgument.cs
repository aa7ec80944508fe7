using System.CommandLine;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.CommandLine;

/// <summary>The name of a round on the command line.</summary>
internal static class RoundNameArgument
{
    /// <summary>The argument of a command that is about one round.</summary>
    public static Argument<string?> Create() => new("round")
    {
        Description = "The round: 1 to 64 letters, digits, '-', '_' or '.'",
        Arity = ArgumentArity.ZeroOrOne,
    };

    /// <summary>The round that <paramref name="name"/> spells.</summary>
    /// <exception cref="UsageException">It is not the name of a round.</exception>
    public static RoundName Read(string name) => RoundName.TryParse(name, out var round)
        ? round
        : throw new UsageException($"'{name}' is not the name of a round: a name has {RoundName.Grammar}");

    /// <summary>The round that was given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="argument">What <see cref="Create"/> made.</param>
    /// <param name="example">How it would be right.</param>
    /// <exception cref="UsageException">There is none, or it is not the name of a round.</exception>
    public static RoundName Read(ParseResult parsed, Argument<string?> argument, string example) =>
        Read(parsed.GetValue(argument) ?? throw new UsageException($"missing: the name of a round, as in {example}"));
}
