using System.Globalization;
using Benchmarks.Processes;

namespace Benchmarks.Idle;

/// <summary>
/// Shows what connections weigh, how much more a server holds with them than before, for each; and what share of a core it uses.
/// </summary>
internal sealed class IdleTable(TextWriter output, int connections)
{
    public void WriteHead()
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"bytes a connection, with {connections} of them; processor time in % of a core, without and with them"));
        output.WriteLine();
        output.WriteLine("                                                         after a collection         processor time");
        output.WriteLine("                             resident      private     resident     private       without      with");
    }

    public void Write(string server, bool isJoined, IdleUsage usage)
    {
        output.Write($"{(isJoined ? "joined" : "silent"),-8}{server,-16}");
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Each(usage, usage.With, Resident),13:f0}{Each(usage, usage.With, Private),13:f0}"));
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Each(usage, usage.Collected, Resident),13:f0}{Each(usage, usage.Collected, Private),12:f0}"));
        output.WriteLine($"{Percent(usage.BusyBefore),14}{Percent(usage.BusyWith),10}");
    }

    private static string Percent(double? share) => (100 * share)?.ToString("f3", CultureInfo.InvariantCulture) ?? "-";

    private static long Resident(ProcessUsage usage) => usage.ResidentBytes;

    private static long Private(ProcessUsage usage) => usage.PrivateBytes;

    private double Each(IdleUsage usage, ProcessUsage with, Func<ProcessUsage, long> bytes) =>
        (double)(bytes(with) - bytes(usage.Before)) / connections;
}
