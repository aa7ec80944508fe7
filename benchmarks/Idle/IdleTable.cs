using System.Globalization;
using Benchmarks.Processes;

namespace Benchmarks.Idle;

/// <summary>Shows what connections weigh: how much more a server holds with them than before, for each.</summary>
internal sealed class IdleTable(TextWriter output, int connections)
{
    public void WriteHead()
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bytes a connection, with {connections} of them"));
        output.WriteLine();
        output.WriteLine("                                                         after a collection");
        output.WriteLine("                             resident      private     resident     private");
    }

    public void Write(string server, bool isJoined, IdleUsage usage)
    {
        output.Write($"{(isJoined ? "joined" : "silent"),-8}{server,-16}");
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Each(usage, usage.With, Resident),13:f0}{Each(usage, usage.With, Private),13:f0}"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Each(usage, usage.Collected, Resident),13:f0}{Each(usage, usage.Collected, Private),12:f0}"));
    }

    private static long Resident(ProcessUsage usage) => usage.ResidentBytes;

    private static long Private(ProcessUsage usage) => usage.PrivateBytes;

    private double Each(IdleUsage usage, ProcessUsage with, Func<ProcessUsage, long> bytes) =>
        (double)(bytes(with) - bytes(usage.Before)) / connections;
}
