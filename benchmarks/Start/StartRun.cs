using System.Globalization;
using Benchmarks.Arbiter;

namespace Benchmarks.Start;

/// <summary>The measurement as a whole: all programs of all folders, one after the other, and again.</summary>
/// <param name="folders">Where the programs are.</param>
/// <param name="runs">How often each is started.</param>
/// <param name="interrupted">Ends the measurement.</param>
internal sealed class StartRun(IReadOnlyList<DirectoryInfo> folders, int runs, CancellationToken interrupted)
{
    private const string Round = "X: Alice";

    /// <summary>Measures, and shows the results.</summary>
    /// <exception cref="BenchmarkException">A program failed, or did something wrong.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public void Measure(TextWriter output)
    {
        using var server = ServerProcess.Start(new ServerOptions { Settings = "arbiter.contenders = 1" }, interrupted);
        var started = folders
            .SelectMany(folder => StartsIn(folder, server), (folder, start) => (Folder: folder, Start: start, Times: new List<double>()))
            .ToArray();
        foreach (var (_, start, _) in started)
            start.Measure(interrupted); // Its files are in the system's cache from then on.
        for (var run = 0; run < runs; run++)
        {
            foreach (var (_, start, times) in started)
                times.Add(start.Measure(interrupted).TotalMilliseconds);
        }

        server.Stop();
        foreach (var same in started.GroupBy(each => each.Folder))
        {
            output.WriteLine(same.Key.FullName);
            output.WriteLine("                             median    least     most  ms");
            foreach (var (_, start, times) in same)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {start.Name,-24}{Median.Of(times),7:f0}{times.Min(),9:f0}{times.Max(),9:f0}"));
            }

            output.WriteLine();
        }
    }

    private static IEnumerable<IStart> StartsIn(DirectoryInfo folder, ServerProcess server)
    {
        if (BuiltProgram.In(folder, BuiltProgram.Server) is { } arbiter)
        {
            yield return new ServerStart(arbiter, hasJournal: false);
            yield return new ServerStart(arbiter, hasJournal: true);
        }

        if (BuiltProgram.In(folder, BuiltProgram.Client) is { } client)
        {
            var port = server.Classic.Port.ToString(CultureInfo.InvariantCulture);
            yield return new ClientStart("client, --version", client, ["--version"], line => line.Length > 0);
            yield return new ClientStart("client, a round of one", client, ["--port", port, "X", "Alice"], line => line == Round);
        }
    }
}
