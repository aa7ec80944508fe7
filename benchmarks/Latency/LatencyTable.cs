using System.Globalization;
using Benchmarks.Subjects;

namespace Benchmarks.Latency;

/// <summary>
/// Shows how long rounds took: for each number of pairs the servers, the first of which the others are compared with, in sessions and
/// then with a connection for each message.
/// </summary>
internal sealed class LatencyTable(TextWriter output)
{
    public void Write(IReadOnlyList<SubjectRates> rates)
    {
        output.WriteLine("                                           us a round");
        output.WriteLine("         pairs                       p50      p99    p99.9   p50 of the first");
        foreach (var same in rates
            .OrderByDescending(rate => rate.Subject.IsSession)
            .GroupBy(rate => (rate.Subject.IsSession, rate.Subject.Pairs)))
        {
            foreach (var rate in same)
                Write(rate, same.First());
            output.WriteLine();
        }
    }

    private void Write(SubjectRates rate, SubjectRates first)
    {
        var subject = rate.Subject;
        output.Write(Invariant($"{(subject.IsSession ? "session" : "classic")}{subject.Pairs,7}  {subject.Server.Name,-15}"));
        output.Write(Invariant($"{rate.MedianTime,9:f1}{rate.Times.Percentile(99),9:f1}{rate.Times.Percentile(99.9),9:f1}"));
        output.WriteLine(Invariant($"{rate.MedianTime / first.MedianTime,19:f2}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
