using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TestSupport;

/// <summary>
/// A program of this repository, run as a process of its own. Its standard input is empty; what it writes can be
/// awaited line by line. Disposing kills it.
/// </summary>
public sealed class ProcessRunner : IDisposable
{
    /// <summary>How long to wait for a line or for the end, however busy the machine is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private ProcessRunner(Process process)
    {
        _process = process;
        Output = new ProcessLines(process.StandardOutput);
        Error = new ProcessLines(process.StandardError);
    }

    /// <summary>The process's number.</summary>
    public int Id => _process.Id;

    /// <summary>What the process reads as its standard input; ended, unless asked otherwise at the start.</summary>
    public StreamWriter Input => _process.StandardInput;

    /// <summary>What the process writes to standard output.</summary>
    public ProcessLines Output { get; }

    /// <summary>What the process writes to standard error.</summary>
    public ProcessLines Error { get; }

    /// <summary>Starts a program that was built beside the tests.</summary>
    /// <param name="program">The name of its assembly.</param>
    /// <param name="arguments">Its command line.</param>
    public static ProcessRunner Start(string program, params IEnumerable<string> arguments) =>
        StartIn(Environment.CurrentDirectory, program, arguments);

    /// <summary>Starts a program that was built beside the tests in a working directory.</summary>
    /// <param name="directory">The working directory.</param>
    /// <param name="program">The name of its assembly.</param>
    /// <param name="arguments">Its command line.</param>
    public static ProcessRunner StartIn(string directory, string program, params IEnumerable<string> arguments) =>
        WithoutInput(Start(["dotnet", PathOf(program), .. arguments], directory));

    /// <summary>Has another program start a program that was built beside the tests.</summary>
    /// <param name="starter">The other program, and its arguments before those of what it starts.</param>
    /// <param name="program">The name of the assembly.</param>
    /// <param name="arguments">Its command line.</param>
    public static ProcessRunner StartWith(
        IEnumerable<string> starter, string program, params IEnumerable<string> arguments) =>
        WithoutInput(Start([.. starter, "dotnet", PathOf(program), .. arguments], Environment.CurrentDirectory));

    /// <summary>Starts a program that was built beside the tests, whose standard input stays open.</summary>
    /// <param name="program">The name of its assembly.</param>
    /// <param name="arguments">Its command line.</param>
    public static ProcessRunner StartWithInput(string program, params IEnumerable<string> arguments) =>
        Start(["dotnet", PathOf(program), .. arguments], Environment.CurrentDirectory);

    /// <summary>Sends a POSIX signal.</summary>
    public void Send(ProcessSignal signal)
    {
        if (Kill(_process.Id, (int)signal) != 0)
            throw new InvalidOperationException($"no process {_process.Id} to send {signal} to");
    }

    /// <summary>Waits for the end; the result is the exit code.</summary>
    public async Task<int> ExitCode()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static ProcessRunner WithoutInput(ProcessRunner runner)
    {
        runner.Input.Close();
        return runner;
    }

    private static string PathOf(string program) => Path.Combine(AppContext.BaseDirectory, program + ".dll");

    private static ProcessRunner Start(string[] command, string directory)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        return new ProcessRunner(Process.Start(start)!);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
