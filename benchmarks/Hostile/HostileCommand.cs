using System.CommandLine;
using Benchmarks.CommandLine;
using Benchmarks.Hostile.Scenarios;

namespace Benchmarks.Hostile;

/// <summary>The command line of the measurement of what hostile clients leave behind.</summary>
internal static class HostileCommand
{
    private static readonly Option<string> Only = new("--only")
    {
        HelpName = "NAME",
        Description = "Play one scenario alone.",
    };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        HelpName = "N",
        Description = "How long to connect and close as fast as possible, up to 120.",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<int> Idle = new("--idle")
    {
        HelpName = "N",
        Description = "How many connections to keep idle, up to 9900; as many as the limits of open files allow.",
        DefaultValueFactory = _ => 9000,
    };

    public static Command Create()
    {
        Only.AcceptOnlyFromAmong([.. Scenarios(seconds: 1, idle: 1).Select(scenario => scenario.Name)]);
        AcceptOnlyUpTo(Seconds, 120);
        AcceptOnlyUpTo(Idle, 9900);
        var command = new Command(
            "hostile",
            "Does the server get over slow and hostile clients? Plays scenarios, each twice against a server in a process of its own, "
            + "with a well-behaved pair beside it. Exits with 1 if the server's descriptors or memory did not return to where they "
            + "were, if a client was not told what it should be, or if the pair was harmed.")
        {
            Only, Seconds, Idle,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("hostile needs Linux, whose /proc says what a process holds");
            return ExitCodes.WrongUsage;
        }

        var only = parsed.GetValue(Only);
        var scenarios = Scenarios(parsed.GetValue(Seconds), parsed.GetValue(Idle))
            .Where(scenario => only is null || scenario.Name == only)
            .ToArray();
        return Interruption.Run(
            interrupted => new HostileRun(scenarios, interrupted).PlayAsync(Console.Out).GetAwaiter().GetResult());
    }

    private static IScenario[] Scenarios(int seconds, int idle) =>
    [
        new DripFeeding(),
        new EndlessLine(),
        new UnreadAnswers(),
        new UnreadEvents(),
        new ConnectAndVanish(),
        new IdleConnections(idle),
        new Churn(TimeSpan.FromSeconds(seconds)),
    ];

    private static void AcceptOnlyUpTo(Option<int> option, int most) => option.Validators.Add(result =>
    {
        if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && (number < 1 || number > most))
            result.AddError($"{option.Name} must be from 1 to {most}");
    });
}
