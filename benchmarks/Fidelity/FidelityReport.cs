using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Benchmarks.CommandLine;

namespace Benchmarks.Fidelity;

/// <summary>The end of the measurement: what it comes to on the terminal, and everything in a JSON file.</summary>
internal static class FidelityReport
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Reports; the result is the exit code.</summary>
    public static int Write(FidelityOptions options, FidelityOutcome outcome, TimeSpan elapsed, TextWriter output)
    {
        foreach (var problem in outcome.Problems)
            output.WriteLine($"failed: {problem}");
        if (outcome.IsPassed)
            output.WriteLine("passed");
        try
        {
            File.WriteAllText(options.ReportFile, ToJson(options, outcome, elapsed));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"failed: the report cannot be written: {e.Message}");
            return ExitCodes.Failed;
        }

        output.WriteLine(FormattableString.Invariant($"{elapsed.TotalSeconds:f0} s; all of it in {options.ReportFile}"));
        return outcome.IsPassed ? ExitCodes.Passed : ExitCodes.Failed;
    }

    private static string ToJson(FidelityOptions options, FidelityOutcome outcome, TimeSpan elapsed) =>
        JsonSerializer.Serialize(
            new
            {
                outcome.IsPassed,
                outcome.Problems,
                options.Seed,
                options.Rounds,
                options.Claims,
                options.ForceCollections,
                options.StopAndContinue,
                Machine = new
                {
                    System = RuntimeInformation.OSDescription,
                    Runtime = RuntimeInformation.FrameworkDescription,
                    Processors = Environment.ProcessorCount,
                },
                Seconds = Math.Round(elapsed.TotalSeconds, 1),
                outcome.Totals,
                outcome.Cells,
            },
            Json);
}
