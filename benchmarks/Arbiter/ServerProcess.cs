using System.Net;
using Benchmarks.Processes;

namespace Benchmarks.Arbiter;

/// <summary>
/// The arbiter in a process of its own, with one listener of each profile on free ports, or of one. Disposing kills it, as does an
/// interruption.
/// </summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("arbiter-benchmark-");
    private readonly ChildProcess _process;
    private readonly IPEndPoint[] _addresses;
    private ToldVerdicts? _told;

    private ServerProcess(ServerOptions options, CancellationToken interrupted)
    {
        try
        {
            _process = ChildProcess.Start(ToStart(options), interrupted);
        }
        catch
        {
            _directory.Delete(recursive: true);
            throw;
        }

        // The server says that it is ready once the file is written.
        _addresses = [.. File.ReadAllLines(PortFile).Select(line => IPEndPoint.Parse(line.AsSpan()))];
    }

    public int Id => _process.Id;

    /// <inheritdoc cref="ChildProcess.ProcessorTime"/>
    public TimeSpan ProcessorTime => _process.ProcessorTime;

    public IPEndPoint Classic => _addresses[0];

    /// <summary>Not there with <see cref="ServerOptions.IsClassicOnly"/>.</summary>
    public IPEndPoint Greeting => _addresses[1];

    /// <inheritdoc cref="Greeting"/>
    public IPEndPoint Echo => _addresses[2];

    private string ConfigFile => Path.Combine(_directory.FullName, "arbiter.conf");

    private string PortFile => Path.Combine(_directory.FullName, "ports");

    /// <summary>Starts a server and waits until it is ready to receive.</summary>
    /// <exception cref="BenchmarkException">It did not become ready.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public static ServerProcess Start(ServerOptions options, CancellationToken interrupted) => new(options, interrupted);

    /// <summary>
    /// Tells the server to stop and waits for its end. The result is what it told; <see langword="null"/> if its log does
    /// not say.
    /// </summary>
    /// <exception cref="BenchmarkException">It did not end, or with a failure.</exception>
    /// <exception cref="OperationCanceledException">The measurement was interrupted.</exception>
    public ToldVerdicts? Stop()
    {
        _process.Stop();
        return Volatile.Read(ref _told);
    }

    /// <inheritdoc cref="ChildProcess.Collect"/>
    public void Collect() => _process.Collect();

    /// <inheritdoc cref="ChildProcess.CountAllocatedBytes"/>
    public long CountAllocatedBytes() => _process.CountAllocatedBytes();

    public void Dispose()
    {
        _process.Dispose();
        _directory.Delete(recursive: true);
    }

    private ChildStart ToStart(ServerOptions options)
    {
        string[] profiles = options.IsClassicOnly ? ["classic"] : ["classic", "greeting", "echo"];
        var listeners = profiles.Select(profile => $$"""{ host = "127.0.0.1", port = 0, profile = {{profile}} }""");
        File.WriteAllText(ConfigFile, $"""
            arbiter.listeners = [{string.Join(", ", listeners)}]
            arbiter.max-connections = 1000
            {options.Settings}
            """);
        List<string> arguments = options.ForceCollections ? [ServerCommand.ForceCollections] : [];
        arguments.AddRange(
            ["--", "serve", "--journal", options.Journal ?? "off", "--port-file", PortFile, "--config", ConfigFile]);
        if (options.Transcript is null)
            arguments.Add("--quiet");
        return ChildStart.OfVerb(
            "the server", options.Build, ServerCommand.Name, arguments, _directory, saysReady: _ => true) with
        {
            OutputFile = options.Transcript,
            OnError = line => Volatile.Write(ref _told, ToldVerdicts.Parse(line) ?? _told),
        };
    }
}
