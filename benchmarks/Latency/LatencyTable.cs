using System.Globalization;
using Benchmarks.Subjects;

namespace Benchmarks.Latency;

/// <summary>
/// Shows how long rounds took: for each number of pairs the servers, compared with the first of them and with the last version, in
/// sessions and then with a connection for each message.
/// </summary>
internal sealed class LatencyTable(TextWriter output)
{
    public void Write(IReadOnlyList<SubjectRates> rates)
    {
        output.WriteLine("                                           us a round           p50 over      over");
        output.WriteLine("         pairs                       p50      p99    p99.9     the first  the last");
        foreach (var conversation in rates.GroupBy(rate => rate.Subject.IsSession).OrderByDescending(rates => rates.Key))
        {
            foreach (var same in conversation.GroupBy(rate => rate.Subject.Pairs))
            {
                var last = same.FirstOrDefault(rate => rate.Subject.Server.Kind == ServerKind.Last);
                foreach (var rate in same)
                    Write(rate, same.First(), last);
                output.WriteLine();
            }
        }

        foreach (var conversation in rates.GroupBy(rate => rate.Subject.IsSession).OrderByDescending(rates => rates.Key))
            RatioLines.Write(output, $"{Word(conversation.Key)}, p50", conversation, rate => rate.MedianTimes);
    }

    private void Write(SubjectRates rate, SubjectRates first, SubjectRates? last)
    {
        var subject = rate.Subject;
        output.Write(Invariant($"{Word(subject.IsSession)}{subject.Pairs,7}  {subject.Server.Name,-15}"));
        output.Write(Invariant($"{rate.MedianTime,9:f1}{rate.Times.Percentile(99),9:f1}{rate.Times.Percentile(99.9),9:f1}"));
        output.WriteLine(Invariant($"{Ratio(rate, first),14}{Ratio(rate, last),10}"));
    }

    private static string Word(bool isSession) => isSession ? "session" : "classic";

    private static string Ratio(SubjectRates rate, SubjectRates? other) => other is null
        ? "-"
        : Median.OfRatios(rate.MedianTimes, other.MedianTimes).ToString("f2", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
