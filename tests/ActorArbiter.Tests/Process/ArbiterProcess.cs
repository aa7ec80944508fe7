using System.Net;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Process;

/// <summary>A server in a process of its own, on free ports. Disposing kills it.</summary>
internal sealed class ArbiterProcess : IDisposable
{
    private readonly ProcessRunner _process;

    private ArbiterProcess(ProcessRunner process, string portFile)
    {
        _process = process;
        PortFile = portFile;
        EndPoints = [.. File.ReadAllLines(portFile).Select(IPEndPoint.Parse)];
    }

    public string PortFile { get; }

    public IReadOnlyList<IPEndPoint> EndPoints { get; }

    public int Id => _process.Id;

    public ProcessLines Output => _process.Output;

    public ProcessLines Error => _process.Error;

    /// <summary>Starts a server and waits until it is ready.</summary>
    /// <param name="arguments">
    /// Its command line, beside where it writes its ports; without <c>--journal</c> it keeps none.
    /// </param>
    public static Task<ArbiterProcess> StartAsync(params string[] arguments) => StartInAsync(
        Environment.CurrentDirectory,
        arguments.Contains("--journal") ? arguments : [.. arguments, "--journal", "off"]);

    /// <summary>Starts a server in a working directory and waits until it is ready.</summary>
    /// <param name="directory">Where it runs.</param>
    /// <param name="arguments">Its command line, beside where it writes its ports.</param>
    public static async Task<ArbiterProcess> StartInAsync(string directory, params string[] arguments)
    {
        var portFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var process = ProcessRunner.StartIn(directory, "ActorArbiter", [.. arguments, "--port-file", portFile]);
        try
        {
            Assert.Equal("The server is ready to receive", await process.Output.Next());
            return new ArbiterProcess(process, portFile);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <summary>A new client of a listener, the first one unless asked otherwise, that has sent <paramref name="message"/>.</summary>
    public async Task<RawClient> SendAsync(string message, int listener = 1)
    {
        var client = await RawClient.ConnectAsync(EndPoints[listener - 1]);
        await client.SendAsync(message);
        return client;
    }

    public void Send(ProcessSignal signal) => _process.Send(signal);

    public Task<int> ExitCodeAsync() => _process.ExitCode();

    public void Dispose()
    {
        _process.Dispose();
        File.Delete(PortFile);
    }
}
