using Benchmarks.Arbiter;

namespace Benchmarks.Subjects;

/// <summary>Starts servers, whose files are in a folder of temporary files. Disposing deletes it.</summary>
/// <param name="interrupted">Ends them.</param>
internal sealed class ServerStarter(CancellationToken interrupted) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arbiter-benchmark-");

    /// <summary>Those of <paramref name="kinds"/> that can be started: Redis where it is installed.</summary>
    public static IEnumerable<ServerKind> Available(IEnumerable<ServerKind> kinds) =>
        kinds.Where(kind => kind != ServerKind.Redis || RedisServer.IsThere);

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <exception cref="BenchmarkException">It did not become ready.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public IServer Start(ServerKind kind)
    {
        var options = new ServerOptions(ServerOptions.Kernel);
        return kind switch
        {
            ServerKind.Plain => new PlainServer(interrupted),
            ServerKind.Arbiter => new ArbiterServer("arbiter", options, interrupted),
            ServerKind.Transcript => new ArbiterServer(
                "with transcript", options with { Transcript = Path.Combine(_folder.FullName, "transcript") }, interrupted),
            ServerKind.Redis => RedisServer.Start(_folder, isDurable: false, interrupted),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such server."),
        };
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
