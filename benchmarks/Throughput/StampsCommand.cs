using System.CommandLine;
using Benchmarks.Load;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>The command line of the measurement of what receive stamps cost.</summary>
internal static class StampsCommand
{
    public static Command Create() => new LoadOptions([1, 16, 256], [ServerKind.NoStamps, ServerKind.ReadStamps, ServerKind.Arbiter])
        .ToCommand(
            "stamps",
            "What do the kernel's receive stamps cost? Measures rounds per second, in sessions that stay open and with a connection for "
            + "each message, of the arbiter without stamps (arbiter.stamps = off), with those that it reads from the clock (read), and as "
            + "it is, in turn. Exits with 1 if a contender was told something wrong.",
            Measure);

    private static void Measure(RunOptions options, CancellationToken interrupted)
    {
        var rates = new SideBySide(options, interrupted)
            .Measure((_, pairs) => [new SessionRounds(pairs), new ClassicRounds(pairs)]);
        var table = new RatesTable(Console.Out);
        Console.WriteLine("sessions");
        table.Write([.. rates.Where(rate => rate.Subject.IsSession)]);
        Console.WriteLine();
        Console.WriteLine("a connection for each message");
        table.Write([.. rates.Where(rate => !rate.Subject.IsSession)]);
    }
}
