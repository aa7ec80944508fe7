using Benchmarks.Arbiter;
using Benchmarks.Load;
using Benchmarks.Processes;
using Benchmarks.Subjects;

namespace Benchmarks.Journal;

/// <summary>The measurement as a whole: for each number of pairs new servers, that play in turn.</summary>
/// <param name="pairs">The numbers of pairs.</param>
/// <param name="last">The build of the last version, if it is measured as well.</param>
/// <param name="slice">How long each server plays in one go.</param>
/// <param name="parent">Where the files are; they are deleted at the end.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class JournalRun(
    IReadOnlyList<int> pairs, Build? last, TimeSpan slice, DirectoryInfo parent, CancellationToken interrupted)
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
            Add(ServerKind.Arbiter, new ServerOptions(), number, subjects, folder);
            if (last is not null)
                Add(ServerKind.Last, new ServerOptions { Build = last }, number, subjects, folder);
            if (RedisServer.IsThere)
                subjects.Add(subjects.Own(RedisServer.Start(folder, isDurable: true, interrupted)), number, new RedisRounds(number));
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

    /// <summary>Adds a version without its journal and with it.</summary>
    private void Add(ServerKind kind, ServerOptions options, int number, SubjectSet subjects, DirectoryInfo folder)
    {
        var file = Path.Combine(folder.FullName, $"{kind.Word()}.db");
        var name = kind == ServerKind.Last ? "last, " : "";
        var without = subjects.Own(new ArbiterServer(kind, $"{name}journal off", options, interrupted));
        subjects.Add(without, number, new SessionRounds(number));
        var with = subjects.Own(new ArbiterServer(kind, $"{name}journal on", options with { Journal = file }, interrupted));
        subjects.Add(with, number, new SessionRounds(number, hasJournal: true));
    }
}
