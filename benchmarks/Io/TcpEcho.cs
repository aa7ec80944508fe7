using System.Net;
using Akka.Actor;
using BenchmarkDotNet.Attributes;
using Benchmarks.Actors;

namespace Benchmarks.Io;

/// <summary>
/// How many messages of 10 bytes a second an echo server sends back over loopback, on Akka.IO and on plain .NET sockets.
/// The clients run in the same process, on the same thread pool; their cost is in both numbers.
/// </summary>
public class TcpEcho
{
    private const int Messages = 40_000;

    private ActorSystem _system = null!;
    private PlainEchoServer _plain = null!;
    private EchoLoad _toAkka = null!;
    private EchoLoad _toPlain = null!;

    /// <summary>How many clients there are.</summary>
    [Params(1, 10, 50, 200)]
    public int Connections { get; set; }

    /// <summary>How many messages each client has under way.</summary>
    [Params(1, 20)]
    public int InFlight { get; set; }

    [GlobalSetup]
    public async Task Start()
    {
        _system = QuietSystem.Create();
        _plain = new PlainEchoServer();
        _toPlain = new EchoLoad(_plain.EndPoint, Connections, InFlight);
        var server = _system.ActorOf(Props.Create(() => new AkkaEchoServer()));
        var address = await server.Ask<IPEndPoint>(new AkkaEchoServer.Bind()).ConfigureAwait(false);
        _toAkka = new EchoLoad(address, Connections, InFlight);
    }

    [GlobalCleanup]
    public async Task Stop()
    {
        _toAkka.Dispose();
        _toPlain.Dispose();
        _plain.Dispose();
        await _system.Terminate().ConfigureAwait(false);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public Task PlainSockets() => _toPlain.RunAsync(Messages);

    [Benchmark(OperationsPerInvoke = Messages)]
    public Task AkkaIo() => _toAkka.RunAsync(Messages);
}
