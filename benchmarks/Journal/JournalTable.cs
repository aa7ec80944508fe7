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
        output.WriteLine("                    rounds per second                       processor us a round");
        output.WriteLine("pairs               median    least     most   of the first     server      load");
    }

    /// <summary>The rows of a number of pairs.</summary>
    public void Write(int pairs, IReadOnlyList<SubjectRates> rates, IReadOnlyList<SyncTime> syncs)
    {
        foreach (var rate in rates)
        {
            output.Write(Invariant($"{pairs,5}  {rate.Subject.Server.Name,-11}{rate.Median,8:f0}{rate.Least,9:f0}{rate.Most,9:f0}"));
            output.Write(Invariant($"{rate.Median / rates[0].Median,15:f2}"));
            output.WriteLine(Invariant($"{rate.ServerMicroseconds,11:f1}{rate.LoadMicroseconds,10:f1}"));
        }

        foreach (var sync in syncs)
            output.WriteLine(Invariant(
                $"       a sync of {sync.Bytes >> 10} KiB takes {sync.Median:f0} us, or {pairs * 1e6 / sync.Median:f0} a second of {pairs} rounds"));
        output.WriteLine();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
