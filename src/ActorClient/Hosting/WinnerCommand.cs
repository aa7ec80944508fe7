using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace ActorClient.Hosting;

/// <summary>
/// The command that the winner of a claim runs in the place of this program: with its terminal, and with its signals.
/// </summary>
internal static class WinnerCommand
{
    private const string Shell = "/bin/sh";
    private const int NoSuchFile = 2; // ENOENT: the file is there, but not its interpreter.
    private const int NoProgram = 8; // ENOEXEC: a script that does not say what interprets it.

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

        signals.KeepForChild();
        try
        {
            using var process = Start(file, command.Skip(1), claim);
            signals.PassTo(new SignalRelay(process));
            await process.WaitForExitAsync();
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            await error.WriteLineAsync($"{command[0]}: {Marshal.GetPInvokeErrorMessage(e.NativeErrorCode)}");
            return e.NativeErrorCode == NoSuchFile ? ExitCodes.CommandNotFound : ExitCodes.CannotExecute;
        }
    }

    private static Process Start(string file, IEnumerable<string> arguments, ClaimOutcome claim)
    {
        var start = new ProcessStartInfo(file, arguments);
        start.Environment["ARBITER_ROUND"] = claim.Verdict.Round.Value;
        start.Environment["ARBITER_NUMBER"] = claim.Number.ToString(CultureInfo.InvariantCulture);
        using var pipes = new BrokenPipeSignal();
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e) when (e.NativeErrorCode == NoProgram && !OperatingSystem.IsWindows())
        {
            start.ArgumentList.Insert(0, file);
            start.FileName = Shell;
            return Process.Start(start)!;
        }
    }
}
