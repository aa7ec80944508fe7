using System.Net;
using ActorArbiter.Tests.RawTcp;
using TestSupport;

namespace ActorArbiter.Tests.Process;

/// <summary>A server in a process of its own, on free ports. Disposing kills it.</summary>
internal sealed class ArbiterProcess : IDisposable
{
    /// <summary>A page of the journal is 4 KiB; each byte of it is shown.</summary>
    private static readonly string[] Strace =
    [
        "strace", "-D", "-f", "-y", "-s", "5000", "-e", "trace=pwrite64,write,writev,fsync,fdatasync,sendto,sendmsg",
    ];

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
    public static Task<ArbiterProcess> StartInAsync(string directory, params string[] arguments) =>
        ReadyAsync(portFile => ProcessRunner.StartIn(directory, "ActorArbiter", [.. arguments, "--port-file", portFile]));

    /// <summary>
    /// Starts a server, and has strace(1) write down its system calls by which files are written and synced, and bytes sent.
    /// It does so from a process of its own, and holds the server's standard error open until all is written.
    /// </summary>
    /// <param name="trace">The file that the calls are written to.</param>
    /// <param name="arguments">Its command line, beside where it writes its ports.</param>
    public static Task<ArbiterProcess> StartTracedAsync(string trace, params string[] arguments) =>
        ReadyAsync(portFile => ProcessRunner.StartWith(
            [.. Strace, "-o", trace], "ActorArbiter", [.. arguments, "--port-file", portFile]));

    /// <summary>A new client of a listener, the first one unless asked otherwise, that has sent <paramref name="message"/>.</summary>
    public async Task<RawClient> SendAsync(string message, int listener = 1)
    {
        var client = await RawClient.ConnectAsync(EndPoints[listener - 1]);
        await client.SendAsync(message);
        return client;
    }

    /// <summary>
    /// Stops the process until it is continued. The signal alone does not: a thread that runs goes on for a moment (proc(5), the
    /// state <c>T</c> of each task).
    /// </summary>
    public void Pause()
    {
        Send(ProcessSignal.Stop);
        if (OperatingSystem.IsLinux())
            Assert.True(SpinWait.SpinUntil(AreAllThreadsStopped, ProcessRunner.Patience), "the process does not stop");
    }

    public void Send(ProcessSignal signal) => _process.Send(signal);

    public Task<int> ExitCodeAsync() => _process.ExitCode();

    public void Dispose()
    {
        _process.Dispose();
        File.Delete(PortFile);
    }

    private static async Task<ArbiterProcess> ReadyAsync(Func<string, ProcessRunner> start)
    {
        var portFile = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var process = start(portFile);
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

    private bool AreAllThreadsStopped()
    {
        try
        {
            return Directory.GetDirectories($"/proc/{Id}/task").All(task =>
            {
                var stat = File.ReadAllText(Path.Combine(task, "stat"));
                return stat[stat.LastIndexOf(')') + 2] == 'T';
            });
        }
        catch (IOException)
        {
            return false; // A thread ended meanwhile.
        }
    }
}
