using System.CommandLine;
using System.Reflection;
using Benchmarks.Processes;

namespace Benchmarks.Arbiter;

/// <summary>
/// The far side of <see cref="ServerProcess"/>: runs the arbiter's own entry point in this process, until that returns or
/// whoever started the process is gone. Benchmarks of later builds start it too, with settings that this one knows: the verb, its
/// option and <see cref="ParentCommands"/> stay as they are.
/// </summary>
internal static class ServerCommand
{
    public const string Name = "server";

    /// <summary>Force full garbage collections while the server runs.</summary>
    public const string ForceCollections = "--force-gc";

    private static readonly TimeSpan BetweenCollections = TimeSpan.FromMilliseconds(3);

    public static Command Create()
    {
        var forceCollections = new Option<bool>(ForceCollections);
        var arguments = new Argument<string[]>("arguments");
        var command = new Command(Name) { forceCollections, arguments };
        command.Hidden = true;
        command.SetAction(parsed => Run(parsed.GetValue(arguments)!, parsed.GetValue(forceCollections)));
        return command;
    }

    private static int Run(string[] arguments, bool forceCollections)
    {
        ParentCommands.Follow();
        if (forceCollections)
            new Thread(Collect) { IsBackground = true }.Start();
        var arbiter = Assembly.Load("ActorArbiter").EntryPoint!;
        return (int)arbiter.Invoke(null, [arguments])!;
    }

    private static void Collect()
    {
        while (true)
        {
            GC.Collect();
            Thread.Sleep(BetweenCollections);
        }
    }
}
