using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorArbiter.Journal.Verification;

namespace ActorArbiter.CommandLine;

/// <summary>Checks that no recorded verdict was changed, and that none is missing.</summary>
internal static class VerifyCommand
{
    /// <summary>What its help text ends with.</summary>
    public const string Examples = """
        Examples:
          ActorArbiter verify
          ActorArbiter verify --expect 12:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

        A journal whose end was cut off, or that was written anew, is whole in itself. What the last
        line ends with, kept elsewhere and given to --expect the next time, finds that, too.

        Exit codes: 0 whole; 1 not whole, or it cannot be read: stderr names the first record that is wrong;
        2 wrong usage

        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var expect = new Option<NumberedHash?>("--expect")
        {
            HelpName = "NUMBER:HASH",
            Description = "A record that must be there, as printed by an earlier verify: finds an end that was cut off.",
            CustomParser = ParseExpected,
        };
        return JournalCommand.Create(
            "verify",
            "Check that all recorded verdicts are there and as they were recorded; print the last one's NUMBER:HASH.",
            [expect],
            (journal, parsed, output) =>
            {
                var progress = ProgressLine.OfProcess();
                try
                {
                    output.Text.WriteLine(Sentence(JournalVerifier.Verify(journal, parsed.GetValue(expect), progress.Show)));
                }
                finally
                {
                    progress.Clear();
                }
            });
    }

    /// <summary>The result in one line, the last record at its end.</summary>
    internal static string Sentence(VerifiedJournal verified)
    {
        var records = verified.Last.Number == 1 ? "record" : "records";
        var pruned = verified.Pruned == 0 ? "" : $" (the oldest {verified.Pruned} pruned)";
        return string.Create(
            CultureInfo.InvariantCulture, $"{verified.Last.Number} {records}{pruned}, whole; the last is {verified.Last}");
    }

    private static NumberedHash? ParseExpected(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (NumberedHash.TryParse(text, out var expected))
            return expected;
        result.AddError($"--expect is '{text}': expected {NumberedHash.Grammar}");
        return null;
    }
}
