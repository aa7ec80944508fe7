using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ActorArbiter.Journal.Verification;

namespace ActorArbiter.CommandLine;

/// <summary>Checks that no recorded verdict was changed, and that none is missing.</summary>
internal static class VerifyCommand
{
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
        var pruned = verified.Pruned == 0 ? "" : $" (the oldest {verified.Pruned} pruned)";
        return string.Create(
            CultureInfo.InvariantCulture, $"{verified.Last.Number} records{pruned}, whole; the last is {verified.Last}");
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
