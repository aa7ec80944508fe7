using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Benchmarks.Processes;

namespace Benchmarks.Subjects;

/// <summary>
/// Redis in a process of its own, on a free port of the loopback interface, as an arbiter that counts. Disposing kills it, as does
/// an interruption.
/// </summary>
internal sealed class RedisServer : IServer
{
    private const string Program = "redis-server";

    private readonly ChildProcess _process;

    private RedisServer(IPEndPoint address, ChildProcess process)
    {
        Address = address;
        _process = process;
    }

    /// <summary>Whether it is installed.</summary>
    public static bool IsThere => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, Program)));

    public ServerKind Kind => ServerKind.Redis;

    public string Name => "Redis";

    public int Id => _process.Id;

    public IPEndPoint Address { get; }

    public TimeSpan ProcessorTime => _process.ProcessorTime;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="folder">Where it keeps its files.</param>
    /// <param name="isDurable">Whether it syncs its log of commands before it answers them; else it keeps no log.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <exception cref="BenchmarkException">It did not become ready.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public static RedisServer Start(DirectoryInfo folder, bool isDurable, CancellationToken interrupted)
    {
        var address = FreeAddress();
        string[] arguments =
        [
            "--bind", address.Address.ToString(),
            "--port", address.Port.ToString(CultureInfo.InvariantCulture),
            "--dir", folder.FullName,
            "--appendonly", isDurable ? "yes" : "no",
            "--appendfsync", "always",

            // Neither snapshots nor a log that is written anew while it is measured.
            "--save", "",
            "--auto-aof-rewrite-percentage", "0",
        ];
        var start = new ChildStart(
            Program, Program, arguments, folder, line => line.Contains("Ready to accept connections", StringComparison.Ordinal));
        return new RedisServer(address, ChildProcess.Start(start, interrupted));
    }

    public long? CountAllocatedBytes() => null;

    public void Collect()
    {
    }

    /// <summary>It counts rounds nowhere but in its answers.</summary>
    public void End(long rounds)
    {
    }

    public void Dispose() => _process.Dispose();

    private static IPEndPoint FreeAddress()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (IPEndPoint)socket.LocalEndPoint!;
    }
}
