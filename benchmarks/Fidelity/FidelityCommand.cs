using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Benchmarks.Arbiter;
using Benchmarks.CommandLine;

namespace Benchmarks.Fidelity;

/// <summary>The command line of the measurement of order fidelity.</summary>
internal static class FidelityCommand
{
    private const string Both = "both";

    private static readonly int[] AllGaps = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

    private static readonly bool[] IdleAndLoad = [false, true];

    private static readonly Option<int> Rounds = new("--rounds")
    {
        HelpName = "N",
        Description = "How many rounds to play at each gap; 4600 make over 100,000 in all.",
        DefaultValueFactory = _ => 1000,
    };

    private static readonly Option<int[]> Gaps = new("--gaps")
    {
        HelpName = "N,N...",
        Arity = ArgumentArity.ExactlyOne,
        Description = "The times between the two messages of a round, in microseconds. [default: " + string.Join(',', AllGaps) + "]",
        CustomParser = ParseGaps,
    };

    private static readonly Option<string> Arrangements = new("--arrangement")
    {
        Description = "The arbiter, the same program in mailbox order (arbiter.stamps = off, on Akka.NET's TCP and thread pool), or both.",
        DefaultValueFactory = _ => Both,
    };

    private static readonly Option<string> Load = new("--load")
    {
        Description = "Play on an idle server, beside other clients that play as fast as they can, or both.",
        DefaultValueFactory = _ => Both,
    };

    private static readonly Option<bool> Claims = new("--claims")
    {
        Description = "Play claims (JOIN <round> <id> of=1) on two sessions. The verdict has to name whoever sent first. A claim is "
            + "decided a moment (arbiter.settle, 5 ms) after its first message was read; if the server reads the earlier one only "
            + "then, it is overtaken: its sender is told too-late and the server counts it. That is counted apart from wrong "
            + "verdicts. Overtaken claims fail the measurement if the server did not count each of them, or if they are more than "
            + "0.1 % and the server was not disturbed by --force-gc or --stop-continue.",
    };

    private static readonly Option<bool> ForceCollections = new(ServerCommand.ForceCollections)
    {
        Description = "Force full garbage collections in the server, one every 3 ms.",
    };

    private static readonly Option<bool> StopAndContinue = new("--stop-continue")
    {
        Description = "Stop the server (SIGSTOP) for 5 to 20 ms between the two messages of every tenth round, and at random.",
    };

    private static readonly Option<int?> Seed = new("--seed")
    {
        HelpName = "N",
        Description = "Repeat the choices of an earlier run: who is first, and how long the pauses are. [default: a new one]",
    };

    private static readonly Option<string> Report = new("--json")
    {
        HelpName = "FILE",
        Description = "Where to write all results as JSON.",
        DefaultValueFactory = _ => "fidelity.json",
    };

    public static Command Create()
    {
        Arrangements.AcceptOnlyFromAmong("arbiter", "mailbox", Both);
        Load.AcceptOnlyFromAmong("idle", "load", Both);
        Rounds.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var rounds) && rounds < 1)
                result.AddError("--rounds must be at least 1");
        });
        Report.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(token.Value))))
                result.AddError($"--json {token.Value}: there is no such directory");
        });
        var command = new Command(
            "fidelity",
            "Does the verdict tell the order in which the messages were sent? Plays rounds against the arbiter and, beside it, the "
            + "same program in mailbox order, each in a process of its own. Exits with 1 if a verdict of the arbiter was wrong, if "
            + "less than 99.9 % of its verdicts were decided by the kernel's receive stamps, or if mailbox order shows no wrong "
            + "verdict: then the measurement is blind.")
        {
            Rounds, Gaps, Arrangements, Load, Claims, ForceCollections, StopAndContinue, Seed, Report,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("fidelity needs Linux, whose kernel stamps what it receives");
            return ExitCodes.WrongUsage;
        }

        var arrangements = parsed.GetValue(Arrangements);
        var load = parsed.GetValue(Load);
        var options = new FidelityOptions
        {
            Columns =
            [
                .. from arrangement in Enum.GetValues<Arrangement>()
                   where arrangements == Both || Enum.Parse<Arrangement>(arrangements!, ignoreCase: true) == arrangement
                   from underLoad in IdleAndLoad
                   where load == Both || load == "load" == underLoad
                   select new Column(arrangement, underLoad),
            ],
            Gaps = parsed.GetResult(Gaps) is null ? AllGaps : parsed.GetValue(Gaps)!,
            Rounds = parsed.GetValue(Rounds),
            Claims = parsed.GetValue(Claims),
            ForceCollections = parsed.GetValue(ForceCollections),
            StopAndContinue = parsed.GetValue(StopAndContinue),
            Seed = parsed.GetValue(Seed) ?? Random.Shared.Next(),
            ReportFile = parsed.GetValue(Report)!,
        };
        return Interruption.Run(interrupted => new FidelityRun(options, interrupted).Play(Console.Out));
    }

    private static int[] ParseGaps(ArgumentResult result)
    {
        var gaps = new List<int>();
        foreach (var text in result.Tokens.Single().Value.Split(','))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var gap) && gap <= 1_000_000)
                gaps.Add(gap);
            else
                result.AddError($"--gaps: '{text}' is no number of microseconds from 0 to 1000000");
        }

        return [.. gaps];
    }
}
