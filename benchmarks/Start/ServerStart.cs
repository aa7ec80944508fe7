using System.Diagnostics;
using Benchmarks.Processes;

namespace Benchmarks.Start;

/// <summary>The server, until it says that it is ready.</summary>
/// <param name="program">The server.</param>
/// <param name="hasJournal">Whether it creates a journal.</param>
internal sealed class ServerStart(BuiltProgram program, bool hasJournal) : IStart
{
    private const string Ready = "The server is ready to receive";

    public string Name => hasJournal ? "server, a new journal" : "server, no journal";

    public TimeSpan Measure(CancellationToken interrupted)
    {
        var folder = Directory.CreateTempSubdirectory("arbiter-benchmark-");
        try
        {
            var journal = hasJournal ? Path.Combine(folder.FullName, "journal.db") : "off";
            string[] arguments = [.. program.Arguments, "serve", "--port", "0", "--journal", journal];
            var start = new ChildStart("the server", program.File, arguments, folder, line => line == Ready);
            var started = Stopwatch.GetTimestamp();
            using var server = ChildProcess.Start(start, interrupted);
            var time = Stopwatch.GetElapsedTime(started);
            server.Stop();
            return time;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
