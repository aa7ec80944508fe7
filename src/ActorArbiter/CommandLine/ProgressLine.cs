using System.Globalization;
using ActorArbiter.Journal.Verification;

namespace ActorArbiter.CommandLine;

/// <summary>
/// Shows how far a verification is, once it takes more than a second: on a terminal as one line that changes, elsewhere as a line
/// every few seconds.
/// </summary>
internal sealed class ProgressLine
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly TextWriter _output;
    private readonly bool _isTerminal;
    private readonly TimeProvider _time;
    private readonly long _start;
    private TimeSpan _next = Delay;
    private int _width;

    /// <param name="output">Where to show it.</param>
    /// <param name="isTerminal">Whether that is a terminal.</param>
    /// <param name="time">The clock.</param>
    public ProgressLine(TextWriter output, bool isTerminal, TimeProvider time)
    {
        _output = output;
        _isTerminal = isTerminal;
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>On this process's standard error.</summary>
    public static ProgressLine OfProcess() => new(Console.Error, !Console.IsErrorRedirected, TimeProvider.System);

    public void Show(VerificationProgress progress)
    {
        var elapsed = _time.GetElapsedTime(_start);
        if (elapsed < _next)
            return;
        _next = elapsed + (_isTerminal ? TerminalInterval : Interval);
        var line = string.Create(
            CultureInfo.InvariantCulture, $"verified {progress.Verified} of {Math.Max(progress.Verified, progress.Total)} records");
        _output.Write(_isTerminal ? $"\r{line}" : $"{line}\n");
        _width = line.Length;
    }

    /// <summary>Takes the line back from a terminal: what comes next stands alone.</summary>
    public void Clear()
    {
        if (_isTerminal && _width > 0)
            _output.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }
}
