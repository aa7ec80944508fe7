using Benchmarks.Arbiter;
using Benchmarks.Load;
using Benchmarks.Subjects;

namespace Benchmarks.Journal;

/// <summary>The measurement as a whole: for each number of pairs new servers, that play in turn.</summary>
/// <param name="pairs">The numbers of pairs.</param>
/// <param name="slice">How long each server plays in one go.</param>
/// <param name="parent">Where the files are; they are deleted at the end.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class JournalRun(
    IReadOnlyList<int> pairs, TimeSpan slice, DirectoryInfo parent, CancellationToken interrupted)
{
    private const int SyncsASlice = 20;

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
        var syncs = SyncedBytes.Select(bytes => new SyncTime(folder, bytes)).ToArray();
        using var subjects = new SubjectSet(interrupted);
        try
        {
            var (without, with) = (new ServerOptions(ServerOptions.Kernel), Path.Combine(folder.FullName, "journal.db"));
            subjects.Add(new ArbiterServer("journal off", without, interrupted), number, new SessionRounds(number));
            subjects.Add(
                new ArbiterServer("journal on", without with { Journal = with }, interrupted),
                number,
                new SessionRounds(number, hasJournal: true));
            if (RedisServer.IsThere)
                subjects.Add(RedisServer.Start(folder, isDurable: true, interrupted), number, new RedisRounds(number));
            var rates = subjects.WarmUp();
            Turns.Play(rates, rate =>
            {
                rate.Measure(slice);
                foreach (var sync in syncs)
                    sync.Measure(SyncsASlice);
            });
            table.Write(number, rates, syncs);
            subjects.End();
        }
        finally
        {
            foreach (var sync in syncs)
                sync.Dispose();
        }
    }
}
