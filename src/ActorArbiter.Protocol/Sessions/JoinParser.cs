using System.Globalization;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>Reads the arguments of JOIN.</summary>
internal static class JoinParser
{
    private static readonly string[] Names =
    [
        JoinOptionNames.Of,
        JoinOptionNames.Window,
        JoinOptionNames.Deadline,
        JoinOptionNames.Start,
        JoinOptionNames.Key,
        JoinOptionNames.Brief,
    ];

    private static readonly string OfTooLarge = string.Create(
        CultureInfo.InvariantCulture,
        $"of is at most {ProtocolLimits.MaxContenders}, for "
            + $"a verdict's sentence has at most {ProtocolLimits.MaxSentenceBytes} bytes");

    public static SessionCommand Read(Words arguments, out ErrorReply? error)
    {
        if (!ArgumentReader.TryReadRound(ref arguments, CommandSyntax.Join, out var round, out error)
            || !ArgumentReader.TryReadId(ref arguments, CommandSyntax.Join, out var id, out error))
            return default;

        var options = JoinOptions.None;
        Span<bool> given = stackalloc bool[Names.Length];
        for (var option = arguments.Next(); !option.IsEmpty; option = arguments.Next())
        {
            if (TryAdd(option, given, ref options) is { } problem)
            {
                error = SessionErrors.BadArgument(problem);
                return default;
            }
        }

        return SessionCommand.Join(round, id, options);
    }

    /// <summary>Adds an option; the result is what is wrong with it, or <see langword="null"/>.</summary>
    private static string? TryAdd(ReadOnlySpan<char> option, Span<bool> given, ref JoinOptions options)
    {
        var equals = option.IndexOf('=');
        var name = equals < 0 ? option : option[..equals];
        var value = equals < 0 ? default : option[(equals + 1)..];

        var index = IndexOf(name);
        if (index < 0)
            return $"{Quoted.Text(option)} is no option of JOIN: its options are {string.Join("=, ", Names)}=";
        if (given[index])
            return $"{name} is given twice";
        given[index] = true;

        if (Added(options, name, value) is not { } added)
            return $"{Quoted.Text(option)} cannot be read: {name}= takes {GrammarOf(name)}";
        options = added;
        return options.Of > ProtocolLimits.MaxContenders ? OfTooLarge : null;
    }

    private static int IndexOf(ReadOnlySpan<char> name)
    {
        for (var index = 0; index < Names.Length; index++)
        {
            if (name.SequenceEqual(Names[index]))
                return index;
        }

        return -1;
    }

    private static JoinOptions? Added(JoinOptions options, ReadOnlySpan<char> name, ReadOnlySpan<char> value) => name switch
    {
        JoinOptionNames.Of when TryParseOf(value, out var of) => options with { Of = of },
        JoinOptionNames.Window when Durations.TryParse(value, out var window) => options with { Window = window },
        JoinOptionNames.Deadline when Durations.TryParse(value, out var deadline) => options with { Deadline = deadline },
        JoinOptionNames.Start when value is "ready" => options with { StartReady = true },
        JoinOptionNames.Key when SessionKey.TryParse(value, out var key) => options with { Key = key },
        JoinOptionNames.Brief when value is "yes" =>
            options == JoinOptions.None ? JoinOptions.BriefOnly : options with { Brief = true },
        _ => null,
    };

    private static bool TryParseOf(ReadOnlySpan<char> value, out int of) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out of)
        && of is >= 1 and <= JoinOptions.MaxOf;

    private static string GrammarOf(ReadOnlySpan<char> name) => name switch
    {
        JoinOptionNames.Of => $"a whole number from 1 to {JoinOptions.MaxOf}",
        JoinOptionNames.Start => "ready",
        JoinOptionNames.Key => SessionKey.Grammar,
        JoinOptionNames.Brief => "yes",
        _ => Durations.Grammar,
    };
}
