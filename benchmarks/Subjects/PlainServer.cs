using System.Net;
using Benchmarks.Arbiter;
using Benchmarks.Plain;
using Benchmarks.Processes;

namespace Benchmarks.Subjects;

/// <summary>The arbiter on plain sockets in a process of its own. Disposing kills it, as does an interruption.</summary>
internal sealed class PlainServer : IServer
{
    private readonly ChildProcess _process;
    private ToldVerdicts? _told;

    /// <exception cref="BenchmarkException">It did not become ready.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public PlainServer(CancellationToken interrupted)
    {
        var start = ChildStart.OfVerb(
            "the arbiter on plain sockets",
            Build.This,
            PlainArbiterCommand.Name,
            [],
            new DirectoryInfo(Path.GetTempPath()),
            line => IPEndPoint.TryParse(line, out _));
        _process = ChildProcess.Start(
            start with { OnError = line => Volatile.Write(ref _told, ToldVerdicts.Parse(line) ?? _told) }, interrupted);
        Address = IPEndPoint.Parse(_process.ReadyLine);
    }

    public ServerKind Kind => ServerKind.Plain;

    public string Name => "plain sockets";

    public int Id => _process.Id;

    public IPEndPoint Address { get; }

    public TimeSpan ProcessorTime => _process.ProcessorTime;

    public long? CountAllocatedBytes() => _process.CountAllocatedBytes();

    public void Collect() => _process.Collect();

    public void End(long rounds)
    {
        _process.Stop();
        var told = Volatile.Read(ref _told);
        if (told?.Verdicts != rounds)
            throw new BenchmarkException($"{Name}: told were {rounds} verdicts, and the server says {told}");
    }

    public void Dispose() => _process.Dispose();
}
