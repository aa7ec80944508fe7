using Benchmarks.Arbiter;
using Benchmarks.Processes;

namespace Benchmarks.Subjects;

/// <summary>Starts servers, whose files are in a folder of temporary files. Disposing deletes it.</summary>
/// <param name="last">The build that <see cref="ServerKind.Last"/> is run by, if there is one.</param>
/// <param name="interrupted">Ends them.</param>
internal sealed class ServerStarter(Build? last, CancellationToken interrupted) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arbiter-benchmark-");

    /// <summary>Those of <paramref name="kinds"/> that can be started: Redis where it is installed.</summary>
    public static IEnumerable<ServerKind> Available(IEnumerable<ServerKind> kinds) =>
        kinds.Where(kind => kind != ServerKind.Redis || RedisServer.IsThere);

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <exception cref="BenchmarkException">It did not become ready.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public IServer Start(ServerKind kind) => kind switch
    {
        ServerKind.Plain => new PlainServer(interrupted),
        ServerKind.Redis => RedisServer.Start(_folder, isDurable: false, interrupted),
        _ => new ArbiterServer(kind, NameOf(kind), OptionsOf(kind), interrupted),
    };

    public void Dispose() => _folder.Delete(recursive: true);

    private static string NameOf(ServerKind kind) => kind switch
    {
        ServerKind.Last => ArbiterServer.LastName,
        ServerKind.Transcript => "transcript",
        ServerKind.AkkaIo => "Akka.IO",
        ServerKind.ReadStamps => "stamps read",
        ServerKind.NoStamps => "no stamps",
        _ => ArbiterServer.ThisName,
    };

    private ServerOptions OptionsOf(ServerKind kind) => kind switch
    {
        ServerKind.Last => new ServerOptions { Build = last ?? throw new ArgumentException("There is no last version.", nameof(kind)) },
        ServerKind.Transcript => new ServerOptions { Transcript = Path.Combine(_folder.FullName, "transcript") },
        ServerKind.AkkaIo => new ServerOptions { Settings = ServerSettings.AkkaIo },
        ServerKind.ReadStamps => new ServerOptions { Settings = ServerSettings.ReadStamps },
        ServerKind.NoStamps => new ServerOptions { Settings = ServerSettings.NoStamps },
        _ => new ServerOptions(),
    };
}
