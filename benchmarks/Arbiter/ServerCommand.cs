using System.CommandLine;
using System.Reflection;

namespace Benchmarks.Arbiter;

/// <summary>
/// The far side of <see cref="ServerProcess"/>: runs the arbiter's own entry point in this process, until that returns or
/// whoever started the process is gone.
/// </summary>
internal static class ServerCommand
{
    public const string Name = "server";

    /// <summary>Force full garbage collections while the server runs.</summary>
    public const string ForceCollections = "--force-gc";

    /// <summary>On standard input: collect all garbage and give memory back, once.</summary>
    public const char CollectOnce = 'c';

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
        StartThread(FollowParent);
        if (forceCollections)
            StartThread(Collect);
        var arbiter = Assembly.Load("ActorArbiter").EntryPoint!;
        return (int)arbiter.Invoke(null, [arguments])!;
    }

    private static void StartThread(ThreadStart run) => new Thread(run) { IsBackground = true }.Start();

    /// <summary>The end of standard input is the end of the process that holds the other side.</summary>
    private static void FollowParent()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() is >= 0 and var command)
        {
            if (command == CollectOnce)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        }

        Environment.Exit(ExitCodes.Failed);
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
