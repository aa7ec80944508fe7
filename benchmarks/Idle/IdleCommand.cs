using System.CommandLine;
using Benchmarks.Subjects;

namespace Benchmarks.Idle;

/// <summary>The command line of the measurement of what an idle connection weighs.</summary>
internal static class IdleCommand
{
    private const int MostConnections = 9900;

    private static readonly Option<int> Connections = new("--connections")
    {
        HelpName = "N",
        Description = $"How many connections to keep idle, an even number up to {MostConnections}.",
        DefaultValueFactory = _ => 9000,
    };

    private static readonly Option<string[]> Servers = LoadOptions.Servers([ServerKind.Plain, ServerKind.Arbiter]);

    public static Command Create()
    {
        Connections.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && int.TryParse(token.Value, out var number)
                && (number is < 2 or > MostConnections || number % 2 != 0))
                result.AddError($"--connections must be an even number from 2 to {MostConnections}");
        });
        var command = new Command(
            "idle",
            "What does an idle connection weigh? Measures the memory of a server before and with many connections that say nothing, and "
            + "sessions that joined a round and wait, with an arbiter on plain .NET sockets and with the arbiter. Then all of them play a "
            + "round. Exits with 1 if a contender was told something wrong.")
        {
            Connections, Servers,
        };
        command.SetAction(parsed =>
        {
            var servers = parsed.GetValue(Servers)!.Distinct().Select(LoadOptions.NamedBy).ToArray();
            return LoadOptions.Run(command, interrupted =>
                new IdleRun(servers, parsed.GetValue(Connections), interrupted).MeasureAsync(Console.Out).GetAwaiter().GetResult());
        });
        return command;
    }
}
