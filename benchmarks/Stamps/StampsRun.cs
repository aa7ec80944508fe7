using System.Globalization;
using Benchmarks.Arbiter;

namespace Benchmarks.Stamps;

/// <summary>The measurement as a whole: pairs of servers, with stamps and without, the one first and the other in turn.</summary>
internal sealed class StampsRun(int pairs, TimeSpan time)
{
    private const double LeastRatio = 0.95;

    /// <summary>Measures, and shows the results as they come; the result is the exit code.</summary>
    /// <exception cref="BenchmarkException">A server failed.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public int Measure(TextWriter output, CancellationToken interrupted)
    {
        output.WriteLine("         rounds per second                 echoed messages per second");
        output.WriteLine("   pair      kernel         off   ratio        kernel         off   ratio");
        var (rounds, messages) = (new List<Comparison>(), new List<Comparison>());
        for (var pair = 1; pair <= pairs; pair++)
        {
            var (kernel, off) = MeasurePair(isKernelFirst: pair % 2 == 1, interrupted);
            rounds.Add(new Comparison(kernel.Rounds, off.Rounds));
            messages.Add(new Comparison(kernel.Messages, off.Messages));
            output.WriteLine(Row(pair.ToString(CultureInfo.InvariantCulture), rounds[^1], messages[^1]));
        }

        output.WriteLine(Row("median", Comparison.Medians(rounds), Comparison.Medians(messages)));
        output.WriteLine(FormattableString.Invariant(
            $"ratios of pairs: rounds {rounds.Min(each => each.Ratio):f3} to {rounds.Max(each => each.Ratio):f3}, messages {messages.Min(each => each.Ratio):f3} to {messages.Max(each => each.Ratio):f3}"));
        var lower = Math.Min(Comparison.Medians(rounds).Ratio, Comparison.Medians(messages).Ratio);
        var isPassed = lower >= LeastRatio;
        output.WriteLine(FormattableString.Invariant(
            $"{(isPassed ? "passed" : "failed")}: the lower ratio of medians is {lower:f3}; at least {LeastRatio} is wanted"));
        return isPassed ? ExitCodes.Passed : ExitCodes.Failed;
    }

    private (Rates Kernel, Rates Off) MeasurePair(bool isKernelFirst, CancellationToken interrupted)
    {
        var kernel = new ServerOptions(ServerOptions.Kernel);
        var off = new ServerOptions(ServerOptions.Off);
        var first = RatesOfServer.Measure(isKernelFirst ? kernel : off, time, interrupted);
        var second = RatesOfServer.Measure(isKernelFirst ? off : kernel, time, interrupted);
        return isKernelFirst ? (first, second) : (second, first);
    }

    private static string Row(string name, Comparison rounds, Comparison messages) => FormattableString.Invariant(
        $"{name,7}{rounds.Kernel,12:f0}{rounds.Off,12:f0}{rounds.Ratio,8:f3}{messages.Kernel,14:f0}{messages.Off,12:f0}{messages.Ratio,8:f3}");
}
