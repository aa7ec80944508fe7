using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Benchmarks.Journal;

/// <summary>
/// Redis in a process of its own, on a free port of the loopback interface, that syncs its log of commands before it answers them.
/// Disposing kills it, as does an interruption.
/// </summary>
internal sealed class RedisServer : IDisposable
{
    private const string Program = "redis-server";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualResetEventSlim _ready = new();
    private readonly Process _process;
    private readonly CancellationTokenRegistration _interruption;

    private RedisServer(DirectoryInfo folder, CancellationToken interrupted)
    {
        Address = FreeAddress();
        _process = new Process { StartInfo = StartInfo(folder) };
        _process.OutputDataReceived += (_, line) => OnOutput(line.Data);
        _process.Start();
        _interruption = interrupted.Register(_process.Kill);
        _process.BeginOutputReadLine();
    }

    /// <summary>Whether it is installed.</summary>
    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    public IPEndPoint Address { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">Where it keeps its files.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <exception cref="BenchmarkException">It did not become ready.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public static RedisServer Start(DirectoryInfo folder, CancellationToken interrupted)
    {
        interrupted.ThrowIfCancellationRequested();
        var server = new RedisServer(folder, interrupted);
        try
        {
            return server._ready.Wait(Patience, interrupted) && !server._process.HasExited
                ? server
                : throw new BenchmarkException($"{Program} was not ready within {Patience.TotalSeconds} s");
        }
        catch
        {
            server.Dispose();
            throw;
        }
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
    }

    private static IPEndPoint FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }

    /// <summary>The end of the output, too, ends the waiting.</summary>
    private void OnOutput(string? line)
    {
        if (line is null || line.Contains("Ready to accept connections", StringComparison.Ordinal))
            _ready.Set();
    }

    private ProcessStartInfo StartInfo(DirectoryInfo folder) => new(Program)
    {
        RedirectStandardOutput = true,
        ArgumentList =
        {
            "--bind", Address.Address.ToString(),
            "--port", Address.Port.ToString(CultureInfo.InvariantCulture),
            "--dir", folder.FullName,
            "--appendonly", "yes",
            "--appendfsync", "always",

            // Neither snapshots nor a log that is written anew while it is measured.
            "--save", "",
            "--auto-aof-rewrite-percentage", "0",
        },
    };
}
