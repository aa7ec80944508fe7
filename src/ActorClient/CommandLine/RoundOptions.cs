using System.CommandLine;
using System.Globalization;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.CommandLine;

/// <summary>The options of a message that goes to a named round.</summary>
internal sealed class RoundOptions
{
    private const string Ready = "ready";

    private readonly Option<string> _round = new("--round")
    {
        HelpName = "ROUND",
        Description = "Join the named round, and send when all of its seats are taken",
    };

    private readonly Option<string> _of = new("--of")
    {
        HelpName = "N",
        Description = "How many messages decide the round [default: 2, or what it was opened with]",
    };

    private readonly Option<string> _window = new("--window")
    {
        HelpName = "DURATION",
        Description = "Decide so long after the first message, whoever has spoken; send at once",
    };

    private readonly Option<string> _deadline = new("--deadline")
    {
        HelpName = "DURATION",
        Description = "Decide so long after the round was opened; send at once",
    };

    private readonly Option<string> _start = new("--start")
    {
        HelpName = Ready,
        Description = "ready: messages count only when all seats are taken; who sends before makes a false start",
    };

    private readonly Option<bool> _wait = new("--wait")
    {
        Description = "Send when Enter is pressed, or when a line ends on standard input",
    };

    public RoundOptions()
    {
        _start.CompletionSources.Add(Ready);
        _start.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: not Ready }, ..])
                result.AddError($"--start is '{result.Tokens[0].Value}': the one choice is {Ready}");
        });
    }

    private IEnumerable<Option> OnlyWithRound => [_of, _window, _deadline, _start, _wait];

    /// <summary>Lets <paramref name="command"/> have them.</summary>
    public void AddTo(Command command)
    {
        command.Add(_round);
        foreach (var option in OnlyWithRound)
            command.Add(option);
    }

    /// <summary>The round that the message is for; <see langword="null"/> if it is for a classic or greeting listener.</summary>
    /// <exception cref="UsageException">The name is none, or an option is given that only a named round has.</exception>
    public RoundName? Round(ParseResult parsed)
    {
        if (parsed.GetValue(_round) is { } name)
            return RoundNameArgument.Read(name);
        return OnlyWithRound.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } option
            ? throw new UsageException($"{option.Name} has no meaning without --round ROUND")
            : null;
    }

    /// <summary>What the round is opened with.</summary>
    /// <exception cref="UsageException">A value is not what it should be.</exception>
    public RoundTerms Terms(ParseResult parsed) => new()
    {
        Of = parsed.GetValue(_of) is { } of ? ReadOf(of) : null,
        Window = ReadDuration(parsed, _window),
        Deadline = ReadDuration(parsed, _deadline),
        StartReady = parsed.GetValue(_start) is not null,
    };

    /// <summary>When the message is sent to a round that is opened with <paramref name="terms"/>.</summary>
    public SendMoment When(ParseResult parsed, RoundTerms terms)
    {
        if (parsed.GetValue(_wait))
            return SendMoment.OnEnter;
        var mayEndUnfilled = terms.Of == 1 || terms.Window is not null || terms.Deadline is not null;
        return mayEndUnfilled && !terms.StartReady ? SendMoment.AtOnce : SendMoment.WhenReady;
    }

    private static int ReadOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            && of is >= 1 and <= ProtocolLimits.MaxContenders
            ? of
            : throw new UsageException(
                $"--of is '{text}': expected a whole number from 1 to {ProtocolLimits.MaxContenders}");

    private static TimeSpan? ReadDuration(ParseResult parsed, Option<string> option) => parsed.GetValue(option) switch
    {
        null => null,
        var text when Durations.TryParse(text, out var duration) => duration,
        var text => throw new UsageException($"{option.Name} is '{text}': expected {Durations.Grammar}"),
    };
}
