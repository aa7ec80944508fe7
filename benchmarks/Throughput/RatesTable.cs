using System.Globalization;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>Shows rates: for each number of pairs the servers, the first of which the others are compared with.</summary>
internal sealed class RatesTable(TextWriter output)
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

    /// <summary>What the rows do not say: how a server's rate changes with the pairs, and what the transcript costs.</summary>
    public void WriteRatios(IReadOnlyList<SubjectRates> rates)
    {
        foreach (var same in rates.GroupBy(rate => rate.Subject.Server))
        {
            // A single pair waits most of the time, which says nothing of what the server can do.
            var byPairs = same.Where(rate => rate.Subject.Pairs > 1).OrderBy(rate => rate.Subject.Pairs).ToArray();
            if (byPairs.Length > 1)
                Line($"{same.Key.Name}, {byPairs[^1].Subject.Pairs} pairs over {byPairs[0].Subject.Pairs}: {byPairs[^1].Median / byPairs[0].Median:f2}");
        }

        foreach (var with in rates.Where(rate => rate.Subject.Server is ArbiterServer { PrintedRounds: not null }))
        {
            var without = rates.FirstOrDefault(rate => rate.Subject.Pairs == with.Subject.Pairs
                && rate.Subject.Server is ArbiterServer { PrintedRounds: null });
            if (without is not null)
                Line($"transcript over none, {with.Subject.Pairs} pairs: {with.Median / without.Median:f2}");
        }

        foreach (var printing in rates.GroupBy(rate => rate.Subject.Server))
        {
            if (printing.Key is ArbiterServer { PrintedRounds: { } printed })
                Line($"the transcript has {printed} rounds of {printing.Sum(rate => rate.Subject.Rounds)}");
        }
    }

    private void Write(SubjectRates rate, SubjectRates first)
    {
        output.Write(Invariant($"{rate.Subject.Pairs,5}  {rate.Subject.Server.Name,-15}{rate.Median,8:f0}{rate.Least,9:f0}{rate.Most,9:f0}"));
        output.Write(Invariant($"{rate.Median / first.Median,15:f2}"));
        output.Write(Invariant($"{rate.ServerMicroseconds,11:f1}{rate.LoadMicroseconds,10:f1}"));
        Line($"{rate.AllocatedBytes?.ToString("f0", CultureInfo.InvariantCulture) ?? "-",19}");
    }

    private void Line(FormattableString text) => output.WriteLine(Invariant(text));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
