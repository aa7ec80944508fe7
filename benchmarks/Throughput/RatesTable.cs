using System.Globalization;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>Shows rates: for each number of pairs the servers, compared with the first of them and with the last version.</summary>
internal sealed class RatesTable(TextWriter output)
{
    public void Write(IReadOnlyList<SubjectRates> rates)
    {
        output.WriteLine("                             rounds per second             over      over   processor us a round   bytes allocated");
        output.WriteLine("pairs                   median    least     most      the first  the last      server      load            a round");
        foreach (var same in rates.GroupBy(rate => rate.Subject.Pairs))
        {
            var last = same.FirstOrDefault(rate => rate.Subject.Server.Kind == ServerKind.Last);
            foreach (var rate in same)
                Write(rate, same.First(), last);
            output.WriteLine();
        }

        RatioLines.Write(output, "rounds a second", rates, rate => rate.Rates);
    }

    private void Write(SubjectRates rate, SubjectRates first, SubjectRates? last)
    {
        output.Write(Invariant($"{rate.Subject.Pairs,5}  {rate.Subject.Server.Name,-15}{rate.Median,8:f0}{rate.Least,9:f0}{rate.Most,9:f0}"));
        output.Write(Invariant($"{Ratio(rate, first),15}{Ratio(rate, last),10}"));
        output.Write(Invariant($"{rate.ServerMicroseconds,12:f1}{rate.LoadMicroseconds,10:f1}"));
        output.WriteLine($"{rate.AllocatedBytes?.ToString("f0", CultureInfo.InvariantCulture) ?? "-",19}");
    }

    private static string Ratio(SubjectRates rate, SubjectRates? other) => other is null
        ? "-"
        : Median.OfRatios(rate.Rates, other.Rates).ToString("f2", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
