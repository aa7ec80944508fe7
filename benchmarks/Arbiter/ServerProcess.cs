using System.Diagnostics;
using System.Net;

namespace Benchmarks.Arbiter;

/// <summary>
/// The arbiter in a process of its own, with one listener of each profile on free ports. Disposing kills it, as does an
/// interruption.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("arbiter-benchmark-");
    private readonly ServerErrors _errors = new();
    private readonly ManualResetEventSlim _ready = new();
    private readonly Process _process;
    private readonly CancellationToken _interrupted;
    private readonly CancellationTokenRegistration _interruption;

    private ServerProcess(ServerOptions options, CancellationToken interrupted)
    {
        _interrupted = interrupted;
        _process = new Process { StartInfo = StartInfo(options) };
        _process.OutputDataReceived += (_, _) => _ready.Set();
        _process.ErrorDataReceived += (_, line) => _errors.Add(line.Data);
        _process.Start();
        _interruption = interrupted.Register(_process.Kill);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>The processor time that the process has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public IPEndPoint Classic { get; private set; } = null!;

    public IPEndPoint Greeting { get; private set; } = null!;

    public IPEndPoint Echo { get; private set; } = null!;

    private string ConfigFile => Path.Combine(_directory.FullName, "arbiter.conf");

    private string PortFile => Path.Combine(_directory.FullName, "ports");

    /// <summary>Starts a server and waits until it is ready to receive.</summary>
    /// <exception cref="BenchmarkException">It did not become ready.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public static ServerProcess Start(ServerOptions options, CancellationToken interrupted)
    {
        interrupted.ThrowIfCancellationRequested();
        var server = new ServerProcess(options, interrupted);
        try
        {
            server.AwaitReady();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Tells the server to stop and waits for its end. The result is what it told; <see langword="null"/> if its log does
    /// not say.
    /// </summary>
    /// <exception cref="BenchmarkException">It did not end, or with a failure.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public ToldVerdicts? Stop()
    {
        Posix.Send(_process.Id, LinuxSignal.Terminate);
        var ended = _process.WaitForExit(Patience);
        _interrupted.ThrowIfCancellationRequested();
        if (!ended)
            throw new BenchmarkException($"the server did not end within {Patience.TotalSeconds} s of SIGTERM{_errors}");

        _process.WaitForExit(); // Without a time limit it also waits for the last line of standard error.
        if (_process.ExitCode != 0)
            throw new BenchmarkException($"the server ended with exit code {_process.ExitCode}{_errors}");
        return _errors.Told;
    }

    /// <summary>
    /// Has the server's process collect all garbage and give its memory back to the operating system. Returns before that
    /// is done.
    /// </summary>
    public void Collect()
    {
        _process.StandardInput.Write(ServerCommand.CollectOnce);
        _process.StandardInput.Flush();
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
        _directory.Delete(recursive: true);
    }

    private ProcessStartInfo StartInfo(ServerOptions options)
    {
        File.WriteAllText(ConfigFile, $$"""
            arbiter.listeners = [
              { host = "127.0.0.1", port = 0, profile = classic }
              { host = "127.0.0.1", port = 0, profile = greeting }
              { host = "127.0.0.1", port = 0, profile = echo }
            ]
            arbiter.max-connections = 1000
            akka.io.tcp.receive-timestamps = {{options.ReceiveTimestamps}}
            {{options.Settings}}
            """);
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _directory.FullName,
        };
        start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        start.ArgumentList.Add(ServerCommand.Name);
        if (options.ForceCollections)
            start.ArgumentList.Add(ServerCommand.ForceCollections);
        foreach (var argument in new[]
            { "--", "serve", "--quiet", "--journal", options.Journal, "--port-file", PortFile, "--config", ConfigFile })
            start.ArgumentList.Add(argument);

        // The server's settings are those of the benchmark alone.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ARBITER_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        return start;
    }

    private void AwaitReady()
    {
        if (!_ready.Wait(Patience, _interrupted))
            throw new BenchmarkException($"the server was not ready within {Patience.TotalSeconds} s{_errors}");

        // The server says that it is ready once the file is written; else its output has ended.
        if (!File.Exists(PortFile))
            throw new BenchmarkException($"the server ended before it was ready{_errors}");
        var addresses = File.ReadAllLines(PortFile).Select(line => IPEndPoint.Parse(line.AsSpan())).ToArray();
        (Classic, Greeting, Echo) = (addresses[0], addresses[1], addresses[2]);
    }
}
