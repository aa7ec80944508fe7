using System.Globalization;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>Shows what was measured: for each number of pairs the servers, the first of which the others are compared with.</summary>
internal sealed class ThroughputTable(TextWriter output)
{
    public void Write(IReadOnlyList<SubjectRates> rates)
    {
        output.WriteLine("                             rounds per second                      processor us a round   bytes allocated");
        output.WriteLine("pairs                   median    least     most   of the first     server      load            a round");
        foreach (var same in rates.GroupBy(rate => rate.Subject.Pairs))
        {
            foreach (var rate in same)
                Write(rate, same.First());
            output.WriteLine();
        }
    }

    private void Write(SubjectRates rate, SubjectRates first)
    {
        output.Write(Invariant($"{rate.Subject.Pairs,5}  {rate.Subject.Server.Name,-15}{rate.Median,8:f0}{rate.Least,9:f0}{rate.Most,9:f0}"));
        output.Write(Invariant($"{rate.Median / first.Median,15:f2}"));
        output.Write(Invariant($"{rate.ServerMicroseconds,11:f1}{rate.LoadMicroseconds,10:f1}"));
        output.WriteLine(Invariant($"{rate.AllocatedBytes?.ToString("f0", CultureInfo.InvariantCulture) ?? "-",19}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
