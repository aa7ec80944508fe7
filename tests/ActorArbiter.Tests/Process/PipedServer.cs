using System.Diagnostics;
using System.Net;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Process;

/// <summary>
/// A server in a process of its own, for one round, whose streams nobody reads unless the test does. Disposing kills it.
/// </summary>
internal sealed class PipedServer : IDisposable
{
    private readonly System.Diagnostics.Process _process;
    private readonly string _portFile;

    private PipedServer(System.Diagnostics.Process process, string portFile)
    {
        _process = process;
        _portFile = portFile;
    }

    public StreamReader Output => _process.StandardOutput;

    public IPEndPoint EndPoint => IPEndPoint.Parse(File.ReadAllText(_portFile).Trim());

    /// <summary>Starts a server and waits until it is ready.</summary>
    public static async Task<PipedServer> StartAsync()
    {
        var portFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var program = Path.Combine(AppContext.BaseDirectory, "ActorArbiter.dll");
        var process = System.Diagnostics.Process.Start(new ProcessStartInfo(
            "dotnet", [program, "--once", "--port", "0", "--port-file", portFile])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var server = new PipedServer(process, portFile);
        try
        {
            using var patience = new CancellationTokenSource(ProcessRunner.Patience);
            Assert.Equal("The server is ready to receive", await server.Output.ReadLineAsync(patience.Token));
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Plays the round, after which the server ends.</summary>
    public async Task PlayAsync()
    {
        using var x = await RawClient.ConnectAsync(EndPoint);
        using var y = await RawClient.ConnectAsync(EndPoint);
        await x.SendAsync("Client X: Alice\n");
        await y.SendAsync("Client Y: Bob\n");
        Assert.Contains(" received before ", await x.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Contains(" received before ", await y.ReadToEndAsync(), StringComparison.Ordinal);
    }

    /// <summary>Waits for the end; the result is the exit code.</summary>
    public async Task<int> ExitCodeAsync(TimeSpan patience)
    {
        await _process.WaitForExitAsync().WaitAsync(patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        File.Delete(_portFile);
    }
}
