namespace Benchmarks.Hostile;

/// <summary>The results for people: a row for each run.</summary>
internal sealed class HostileTable(TextWriter output)
{
    public void WriteHead()
    {
        output.WriteLine("files: open descriptors of the server; MB: its private memory, and what is left a few seconds after the scenario");
        output.WriteLine("and after a garbage collection; rounds: those of a well-behaved pair beside it, and the longest of them in ms");
        output.WriteLine();
        output.WriteLine("scenario            run  files before  peak after   MB before   peak   left  after   rounds longest  what was done");
    }

    public void Write(ScenarioResult result)
    {
        var (before, peak, left, after) = (result.Before, result.Peak, result.Left, result.After);
        output.Write(FormattableString.Invariant($"{result.Scenario,-20}{result.Run,3}"));
        output.Write(FormattableString.Invariant($"{before.Descriptors,14}{peak.Descriptors,6}{after.Descriptors,6}"));
        output.Write(FormattableString.Invariant(
            $"{before.Megabytes,12:f1}{peak.Megabytes,7:f1}{left.Megabytes,7:f1}{after.Megabytes,7:f1}"));
        output.WriteLine(FormattableString.Invariant(
            $"{result.Rounds,9}{result.WorstRound.TotalMilliseconds,8:f0}  {result.Did}"));
    }
}
