using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ActorClient.Hosting;

/// <summary>
/// The command that the winner of a claim runs in the place of this program: with its terminal, and with its signals.
/// </summary>
internal static class WinnerCommand
{
    private const int SignalBase = 128;
    private const int NoSuchFile = 2; // ENOENT: the file is there, but not its interpreter.

    /// <summary>Runs a command to its end; the result is the exit code, as a shell would tell it.</summary>
    /// <param name="command">The command and its arguments.</param>
    /// <param name="claim">The claim that was won.</param>
    /// <param name="signals">What stopped the program until now.</param>
    /// <param name="error">Where to say that it cannot be run.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> command, ClaimOutcome claim, StopSignals signals, TextWriter error)
    {
        var (file, exitCode) = CommandPath.Find(command[0], Environment.GetEnvironmentVariable("PATH"));
        if (file is null)
        {
            var problem = exitCode == ExitCodes.CommandNotFound ? "command not found" : "not executable";
            await error.WriteLineAsync($"{command[0]}: {problem}");
            return exitCode;
        }

        using var process = new Process { StartInfo = new ProcessStartInfo(file, command.Skip(1)) };
        process.StartInfo.Environment["ARBITER_ROUND"] = claim.Verdict.Round.Value;
        process.StartInfo.Environment["ARBITER_NUMBER"] = claim.Number.ToString(CultureInfo.InvariantCulture);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            await error.WriteLineAsync($"{command[0]}: {e.Message}");
            return e.NativeErrorCode == NoSuchFile ? ExitCodes.CommandNotFound : ExitCodes.CannotExecute;
        }

        using var relay = new SignalRelay(process);
        signals.Dispose();
        if (signals.Stop.IsCancellationRequested)
            relay.Send(signals.ExitCode - SignalBase);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
