using System.CommandLine;
using System.Net;
using System.Runtime.InteropServices;
using Benchmarks.CommandLine;
using Benchmarks.Processes;

namespace Benchmarks.Plain;

/// <summary>
/// Runs the arbiter on plain sockets in this process, until SIGTERM or the end of standard input. Prints its address when it is ready
/// and, at the end, how many verdicts it told.
/// </summary>
internal static class PlainArbiterCommand
{
    public const string Name = "plain-arbiter";

    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            HelpName = "N",
            Description = "The port on the loopback interface; 0 takes a free one.",
            DefaultValueFactory = _ => 0,
        };
        var command = new Command(
            Name, "The arbiter on plain sockets that others are measured beside; it ends with its standard input.") { port };
        command.Hidden = true;
        command.SetAction(parsed => Run(new IPEndPoint(IPAddress.Loopback, parsed.GetValue(port))));
        return command;
    }

    private static int Run(IPEndPoint address)
    {
        ParentCommands.Follow();
        using var arbiter = new PlainArbiter(address);
        using var ended = new ManualResetEventSlim();
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            ended.Set();
        });
        var running = arbiter.RunAsync();
        Console.WriteLine(arbiter.Address);
        ended.Wait();
        Console.Error.WriteLine($"told {arbiter.Told} verdicts");
        return running.IsFaulted ? ExitCodes.Failed : ExitCodes.Passed;
    }
}
