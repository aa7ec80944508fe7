using System.Globalization;
using Benchmarks.Arbiter;

namespace Benchmarks.Stamps;

/// <summary>The measurement as a whole: pairs of new servers, one with stamps and one without.</summary>
internal sealed class StampsRun(int pairs, TimeSpan time, CancellationToken interrupted)
{
    private const double LeastRatio = 0.95;

    private readonly List<Comparison> _rounds = [];
    private readonly List<Comparison> _messages = [];

    /// <summary>Measures, and shows the results as they come; the result is the exit code.</summary>
    /// <exception cref="BenchmarkException">A server failed.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public int Measure(TextWriter output)
    {
        output.WriteLine("               rounds per second       echoed messages per second");
        output.WriteLine("   pair    kernel       off   ratio    kernel       off     ratio");
        for (var pair = 1; pair <= pairs; pair++)
        {
            MeasurePair(isKernelFirst: pair % 2 == 1);
            output.WriteLine(Row(pair.ToString(CultureInfo.InvariantCulture), Enumerable.Last));
        }

        output.WriteLine(Row("min", Enumerable.Min));
        output.WriteLine(Row("median", Median.Of));
        output.WriteLine(Row("max", Enumerable.Max));

        var lower = Math.Min(Median.Of(_rounds.Select(pair => pair.Ratio)), Median.Of(_messages.Select(pair => pair.Ratio)));
        var isPassed = lower >= LeastRatio;
        output.WriteLine(FormattableString.Invariant(
            $"{(isPassed ? "passed" : "failed")}: the lower of the median ratios is {lower:f3}; at least {LeastRatio} is wanted"));
        return isPassed ? ExitCodes.Passed : ExitCodes.Failed;
    }

    private void MeasurePair(bool isKernelFirst)
    {
        using var kernel = ServerProcess.Start(new ServerOptions(ServerOptions.Kernel), interrupted);
        using var off = ServerProcess.Start(new ServerOptions(ServerOptions.Off), interrupted);
        _rounds.Add(Compare(new RoundsWorkload(kernel.Greeting), new RoundsWorkload(off.Greeting), isKernelFirst));
        using (var echoKernel = new EchoWorkload(kernel.Echo))
        using (var echoOff = new EchoWorkload(off.Echo))
            _messages.Add(Compare(echoKernel, echoOff, isKernelFirst));
        kernel.Stop();
        off.Stop();
    }

    private Comparison Compare(IWorkload kernel, IWorkload off, bool isKernelFirst)
    {
        var (first, second) = isKernelFirst ? (kernel, off) : (off, kernel);
        var (one, other) = Slices.Measure(first, second, time);
        return isKernelFirst ? new Comparison(one, other) : new Comparison(other, one);
    }

    /// <summary>One figure of each column.</summary>
    private string Row(string name, Func<IEnumerable<double>, double> figure)
    {
        double Of(List<Comparison> pairs, Func<Comparison, double> column) => figure(pairs.Select(column));
        return FormattableString.Invariant(
            $"{name,7}{Of(_rounds, each => each.Kernel),10:f0}{Of(_rounds, each => each.Off),10:f0}{Of(_rounds, each => each.Ratio),8:f3}")
            + FormattableString.Invariant(
                $"{Of(_messages, each => each.Kernel),10:f0}{Of(_messages, each => each.Off),10:f0}{Of(_messages, each => each.Ratio),10:f3}");
    }
}
