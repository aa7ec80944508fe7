using System.Globalization;
using Benchmarks.Subjects;

namespace Benchmarks.Journal;

/// <summary>Shows what was measured.</summary>
internal sealed class JournalTable(TextWriter output)
{
    /// <summary>Where it is measured, and the names of the columns.</summary>
    public void WriteHead(DirectoryInfo folder)
    {
        output.WriteLine($"journals in {folder.FullName}, {FileSystem.TypeOf(folder)}");
        output.WriteLine();
        output.WriteLine("                             rounds per second             over no   processor us a round");
        output.WriteLine("pairs                   median    least     most           journal     server      load");
    }

    /// <summary>The rows of a number of pairs: each version's first is that without journal.</summary>
    public void Write(int pairs, IReadOnlyList<SubjectRates> rates, IReadOnlyList<SyncTime> syncs)
    {
        foreach (var rate in rates)
        {
            var version = rate.Subject.Server.Kind == ServerKind.Redis ? ServerKind.Arbiter : rate.Subject.Server.Kind;
            var without = rates.First(other => other.Subject.Server.Kind == version);
            output.Write(Invariant($"{pairs,5}  {rate.Subject.Server.Name,-17}{rate.Median,6:f0}{rate.Least,9:f0}{rate.Most,9:f0}"));
            output.Write(Invariant($"{Median.OfRatios(rate.Rates, without.Rates),18:f2}"));
            output.WriteLine(Invariant($"{rate.ServerMicroseconds,11:f1}{rate.LoadMicroseconds,10:f1}"));
        }

        foreach (var sync in syncs)
            output.WriteLine(Invariant(
                $"       a sync of {sync.Bytes >> 10} KiB takes {sync.Median:f0} us, or {pairs * 1e6 / sync.Median:f0} a second of {pairs} rounds"));
        output.WriteLine();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
