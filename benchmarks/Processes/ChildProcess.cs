using System.Diagnostics;

namespace Benchmarks.Processes;

/// <summary>A server in a process of its own. Disposing kills it, as does an interruption.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly ChildStart _start;
    private readonly ChildErrors _errors = new();
    private readonly ManualResetEventSlim _ready = new();
    private readonly SemaphoreSlim _counted = new(0);
    private readonly Process _process;
    private readonly CancellationToken _interrupted;
    private readonly CancellationTokenRegistration _interruption;
    private volatile string? _readyLine;
    private long _allocatedBytes;

    private ChildProcess(ChildStart start, CancellationToken interrupted)
    {
        _start = start;
        _interrupted = interrupted;
        _process = new Process { StartInfo = start.ToStartInfo() };
        _process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        _process.ErrorDataReceived += (_, line) => OnError(line.Data);
        _process.Start();
        _interruption = interrupted.Register(_process.Kill);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>The line of its standard output that says that it is ready.</summary>
    public string ReadyLine => _readyLine!;

    /// <summary>The processor time that the process has used so far.</summary>
    public TimeSpan ProcessorTime => ProcessorClock.Of(_process.Id);

    /// <summary>Starts a process and waits until it says that it is ready.</summary>
    /// <exception cref="BenchmarkException">It did not become ready.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public static ChildProcess Start(ChildStart start, CancellationToken interrupted)
    {
        interrupted.ThrowIfCancellationRequested();
        var child = new ChildProcess(start, interrupted);
        try
        {
            child.AwaitReady();
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    /// <summary>Tells the process to stop and waits for its end; then all that it wrote to standard error was seen.</summary>
    /// <inheritdoc cref="AwaitEnd"/>
    public void Stop()
    {
        Posix.Send(_process.Id, LinuxSignal.Terminate);
        AwaitEnd();
    }

    /// <summary>Waits for its end; then all that it wrote to standard error was seen.</summary>
    /// <exception cref="BenchmarkException">It did not end, or with a failure.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public void AwaitEnd()
    {
        var ended = _process.WaitForExit(Patience);
        _interrupted.ThrowIfCancellationRequested();
        if (!ended)
            throw new BenchmarkException($"{_start.Name} did not end within {Patience.TotalSeconds} s{_errors}");

        _process.WaitForExit(); // Without a time limit it also waits for the last line of standard error.
        if (_process.ExitCode != 0)
            throw new BenchmarkException($"{_start.Name} ended with exit code {_process.ExitCode}{_errors}");
    }

    /// <summary>
    /// Has a process that follows <see cref="ParentCommands"/> collect all garbage and give its memory back to the operating system.
    /// Returns before that is done.
    /// </summary>
    public void Collect() => Write(ParentCommands.CollectOnce);

    /// <summary>Asks a process that follows <see cref="ParentCommands"/> how many bytes it has allocated on its heap so far.</summary>
    /// <exception cref="BenchmarkException">It does not say.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public long CountAllocatedBytes()
    {
        Write(ParentCommands.SayAllocatedBytes);
        if (!_counted.Wait(Patience, _interrupted))
            throw new BenchmarkException($"{_start.Name} did not say what it allocated within {Patience.TotalSeconds} s{_errors}");
        return Interlocked.Read(ref _allocatedBytes);
    }

    public void Dispose()
    {
        _interruption.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit(Patience);
        }

        _process.Dispose();
        _ready.Dispose();
        _counted.Dispose();
    }

    private void Write(char command)
    {
        try
        {
            _process.StandardInput.Write(command);
            _process.StandardInput.Flush();
        }
        catch (IOException e)
        {
            throw new BenchmarkException($"{_start.Name} is gone: {e.Message}{_errors}");
        }
    }

    private void OnOutput(string? line)
    {
        if (line is not null && _readyLine is null && _start.SaysReady(line))
            _readyLine = line;

        // The end of the output ends the waiting, too; but it ends at once if it goes to a file.
        if (_readyLine is not null || (line is null && _start.OutputFile is null))
            _ready.Set();
    }

    private void OnError(string? line)
    {
        if (line is null)
            return;
        if (ParentCommands.ParseAllocatedBytes(line) is { } bytes)
        {
            Interlocked.Exchange(ref _allocatedBytes, bytes);
            _counted.Release();
            return;
        }

        _errors.Add(line);
        _start.OnError?.Invoke(line);
    }

    private void AwaitReady()
    {
        if (!(_start.OutputFile is { } file ? IsReady(file) : _ready.Wait(Patience, _interrupted)))
            throw new BenchmarkException($"{_start.Name} was not ready within {Patience.TotalSeconds} s{_errors}");
        if (_readyLine is null)
            throw new BenchmarkException($"{_start.Name} ended before it was ready{_errors}");
    }

    /// <summary>Looks into the file until it has a line that says so, or the process has ended; whether one of that happened in time.</summary>
    private bool IsReady(string file)
    {
        var started = Stopwatch.GetTimestamp();
        while (_readyLine is null && !_process.HasExited)
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
                return false;
            _interrupted.WaitHandle.WaitOne(BetweenLooks);
            _interrupted.ThrowIfCancellationRequested();
            if (File.Exists(file))
                _readyLine = File.ReadLines(file).FirstOrDefault(line => _start.SaysReady(line));
        }

        return true;
    }
}
