namespace Benchmarks.Hostile;

/// <summary>The results for people: a row for each run.</summary>
internal sealed class HostileTable(TextWriter output)
{
    public void WriteHead()
    {
        output.WriteLine("files: open descriptors of the server; MB: its private memory, after a garbage collection but for its peak and what is left");
        output.WriteLine("a few seconds after the scenario: of a new server (rest), of one that has decided some rounds (before), and after it;");
        output.WriteLine("rounds: those of a well-behaved pair beside it, and the longest of them in ms");
        output.WriteLine();
        output.WriteLine("scenario            run  files before  peak after   MB rest before   peak   left  after   rounds longest  what was done");
    }

    public void Write(ScenarioResult result)
    {
        var (rest, before, peak) = (result.Rest, result.Before, result.Peak);
        var (left, after) = (result.Left, result.After);
        output.Write(FormattableString.Invariant($"{result.Scenario,-20}{result.Run,3}"));
        output.Write(FormattableString.Invariant($"{before.Descriptors,14}{peak.Descriptors,6}{after.Descriptors,6}"));
        output.Write(FormattableString.Invariant(
            $"{rest.Megabytes,10:f1}{before.Megabytes,7:f1}{peak.Megabytes,7:f1}{left.Megabytes,7:f1}{after.Megabytes,7:f1}"));
        output.WriteLine(FormattableString.Invariant(
            $"{result.Rounds,9}{result.WorstRound.TotalMilliseconds,8:f0}  {result.Did}"));
    }
}
