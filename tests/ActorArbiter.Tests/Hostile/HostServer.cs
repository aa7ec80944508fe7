using System.Diagnostics;
using System.Globalization;
using System.Net;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Hostile;

/// <summary>A server in a process of its own, whose descriptors can be limited and counted. Disposing kills it.</summary>
internal sealed class HostServer : IDisposable
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("arbiter-hostile-");
    private readonly System.Diagnostics.Process _process;
    private readonly ProcessLines _output;
    private int _ownSockets;

    private HostServer(string settings, int? maxDescriptors)
    {
        var config = Path.Combine(_directory.FullName, "arbiter.conf");
        File.WriteAllText(config, settings);
        var limit = maxDescriptors is { } most ? string.Create(CultureInfo.InvariantCulture, $"ulimit -n {most} && ") : "";
        _process = System.Diagnostics.Process.Start(new ProcessStartInfo("/bin/sh")
        {
            ArgumentList =
            {
                // .NET raises a soft limit as it starts; this is the hard one as well.
                "-c", limit + "exec dotnet \"$@\"", "sh", Path.Combine(AppContext.BaseDirectory, "ActorArbiter.dll"),
                "serve", "--quiet", "--journal", "off", "--port", "0", "--port-file", PortFile, "--config", config,
            },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.StandardInput.Close();
        _output = new ProcessLines(_process.StandardOutput);
        Error = new ProcessLines(_process.StandardError);
    }

    public IPEndPoint EndPoint { get; private set; } = null!;

    public ProcessLines Error { get; }

    /// <summary>How many files and sockets the process has open.</summary>
    public int Descriptors => Directory.EnumerateFileSystemEntries($"/proc/{_process.Id}/fd").Count();

    /// <summary>How many connections the process has open; its listener's socket is none.</summary>
    public int Connections => Sockets - _ownSockets;

    /// <summary>The processor time that the process has used.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    private int Sockets => new DirectoryInfo($"/proc/{_process.Id}/fd").EnumerateFileSystemInfos()
        .Count(each => each.LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true);

    private string PortFile => Path.Combine(_directory.FullName, "port");

    /// <summary>Starts a server and lets it serve somebody: what is opened once is open then.</summary>
    /// <param name="settings">Lines of HOCON.</param>
    /// <param name="maxDescriptors">The most descriptors that the process may have; the limit of this process without.</param>
    public static async Task<HostServer> StartAsync(string settings = "", int? maxDescriptors = null)
    {
        var server = new HostServer(settings, maxDescriptors);
        try
        {
            Assert.Equal("The server is ready to receive", await server._output.Next());
            server._ownSockets = server.Sockets;
            server.EndPoint = IPEndPoint.Parse((await File.ReadAllTextAsync(server.PortFile)).Trim());
            await server.ExpectGoodRoundAsync("first");
            await server.ConnectionsAsync(open => open == 0);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>A new client that has sent <paramref name="message"/>.</summary>
    public async Task<RawClient> SendAsync(string message)
    {
        var client = await RawClient.ConnectAsync(EndPoint);
        await client.SendAsync(message);
        return client;
    }

    /// <summary>New clients that are all connected at once.</summary>
    /// <param name="count">How many.</param>
    /// <param name="message">What each sends.</param>
    public async Task<IReadOnlyList<RawClient>> SendAllAsync(int count, string message)
    {
        var clients = new List<RawClient>();
        for (var i = 0; i < count; i++)
            clients.Add(await SendAsync(message));
        return clients;
    }

    /// <summary>Plays a named round of two, which is decided in the order in which they send.</summary>
    public async Task ExpectGoodRoundAsync(string round)
    {
        using var x = await SendAsync($"JOIN {round} X\nSEND Alice\n");
        await x.ExpectAsync($"JOINED {round} X 1/2\nRECEIVED {round} X: Alice\n");
        using var y = await SendAsync($"JOIN {round} Y brief=yes\nSEND Bob\n");
        y.HalfClose();
        Assert.EndsWith(" X: Alice received before Y: Bob\nBYE\n", await y.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>Waits until so many connections are open as <paramref name="wanted"/> accepts.</summary>
    public async Task ConnectionsAsync(Func<int, bool> wanted)
    {
        using var patience = new CancellationTokenSource(ProcessRunner.Patience);
        using var looks = new PeriodicTimer(BetweenLooks);
        while (!wanted(Connections))
            await looks.WaitForNextTickAsync(patience.Token);
    }

    /// <summary>Asks the server to stop (SIGTERM), and waits for its end; the result is the exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = System.Diagnostics.Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        using var patience = new CancellationTokenSource(ProcessRunner.Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _directory.Delete(recursive: true);
    }
}
