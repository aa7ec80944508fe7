using System.CommandLine;
using Benchmarks.Processes;
using Benchmarks.Subjects;

namespace Benchmarks.Idle;

/// <summary>The command line of the measurement of what an idle connection weighs.</summary>
internal static class IdleCommand
{
    private const int MostConnections = 9900;
    private const int MostSeconds = 300;

    private static readonly Option<int> Connections = new("--connections")
    {
        HelpName = "N",
        Description = $"How many connections to keep idle, an even number up to {MostConnections}.",
        DefaultValueFactory = _ => 9000,
    };

    private static readonly Option<int> Seconds = new("--seconds")
    {
        HelpName = "N",
        Description = $"How long to look at an idle server's processor time, up to {MostSeconds}, without connections and again with them.",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<string[]> Servers =
        LoadOptions.Servers([ServerKind.Plain, ServerKind.Arbiter, ServerKind.AkkaIo]);

    private static readonly Option<Build?> Last = LastVersion.Option();

    public static Command Create()
    {
        Connections.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number)
                && (number is < 2 or > MostConnections || number % 2 != 0))
                result.AddError($"--connections must be an even number from 2 to {MostConnections}");
        });
        Seconds.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number) && number is < 1 or > MostSeconds)
                result.AddError($"--seconds must be from 1 to {MostSeconds}");
        });
        var command = new Command(
            "idle",
            "What does an idle connection weigh, and an idle server do? Measures the memory of a server before and with many connections "
            + "that say nothing, and sessions that joined a round and wait, and its processor time before and with those that say "
            + "nothing: of an arbiter on plain .NET sockets, the arbiter, and the arbiter on Akka.NET's own TCP (arbiter.transport = "
            + "akka-io). In the end all connections play a round. Exits with 1 if a contender was told something wrong.")
        {
            Connections, Seconds, Servers, Last,
        };
        command.SetAction(parsed =>
        {
            var last = parsed.GetValue(Last);
            var servers = LoadOptions.SelectedBy(parsed.GetValue(Servers)!, last);
            var time = TimeSpan.FromSeconds(parsed.GetValue(Seconds));
            return LoadOptions.Run(command, interrupted =>
                new IdleRun(servers, last, parsed.GetValue(Connections), time, interrupted)
                    .MeasureAsync(Console.Out).GetAwaiter().GetResult());
        });
        return command;
    }
}
