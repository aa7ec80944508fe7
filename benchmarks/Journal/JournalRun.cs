using Benchmarks.Arbiter;

namespace Benchmarks.Journal;

/// <summary>The measurement as a whole: for each number of pairs new servers, that play in turn.</summary>
/// <param name="pairs">The numbers of pairs.</param>
/// <param name="slice">How long each server plays in one go.</param>
/// <param name="parent">Where the files are; they are deleted at the end.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class JournalRun(
    IReadOnlyList<int> pairs, TimeSpan slice, DirectoryInfo parent, CancellationToken interrupted)
{
    private const int Slices = 5;
    private const int SyncsASlice = 20;

    /// <summary>After this the runtime has compiled anew what is called often; until then rates still rise.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    private static readonly int[] SyncedBytes = [4 << 10, 64 << 10];

    /// <summary>Measures, and shows the results as they come.</summary>
    /// <exception cref="BenchmarkException">A server failed, or told something wrong.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public void Measure(TextWriter output)
    {
        var table = new JournalTable(output);
        table.WriteHead(parent);
        foreach (var number in pairs)
        {
            var folder = parent.CreateSubdirectory(Path.GetRandomFileName());
            try
            {
                Measure(number, folder, table);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private void Measure(int number, DirectoryInfo folder, JournalTable table)
    {
        var subjects = new List<ISubject>();
        var syncs = SyncedBytes.Select(bytes => new SyncTime(folder, bytes)).ToArray();
        try
        {
            subjects.Add(new ArbiterSubject(ServerOptions.Off, number, interrupted));
            subjects.Add(new ArbiterSubject(Path.Combine(folder.FullName, "journal.db"), number, interrupted));
            if (RedisServer.IsThere)
                subjects.Add(new RedisSubject(folder, number, interrupted));
            var rates = subjects.ConvertAll(subject => new SubjectRates(subject));
            foreach (var subject in subjects)
                subject.Play(WarmUp);
            for (var turn = 0; turn < Slices; turn++)
            {
                // None is always the one that comes after the same other.
                foreach (var rate in turn % 2 == 0 ? rates : Enumerable.Reverse(rates))
                {
                    rate.Measure(slice);
                    foreach (var sync in syncs)
                        sync.Measure(SyncsASlice);
                }
            }

            table.Write(number, rates, syncs);
            foreach (var subject in subjects)
                subject.End();
        }
        finally
        {
            foreach (var owned in subjects.Concat<IDisposable>(syncs))
                owned.Dispose();
        }
    }
}
