using System.Globalization;
using Benchmarks.Subjects;

namespace Benchmarks.Throughput;

/// <summary>What the rows of rates do not say: how a server's rate changes with the pairs, and whether the transcript is whole.</summary>
internal static class ThroughputNotes
{
    public static void Write(TextWriter output, IReadOnlyList<SubjectRates> rates)
    {
        foreach (var same in rates.GroupBy(rate => rate.Subject.Server))
        {
            // A single pair waits most of the time, which says nothing of what the server can do.
            var byPairs = same.Where(rate => rate.Subject.Pairs > 1).OrderBy(rate => rate.Subject.Pairs).ToArray();
            if (byPairs is [var few, .., var many])
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{same.Key.Name}, {many.Subject.Pairs} pairs over {few.Subject.Pairs}: {Median.OfRatios(many.Rates, few.Rates):f2}"));
            }

            if (same.Key is ArbiterServer { PrintedRounds: { } printed })
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"the transcript has {printed} rounds of {same.Sum(rate => rate.Subject.Rounds)}"));
            }
        }
    }
}
