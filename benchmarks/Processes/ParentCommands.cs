using System.Globalization;
using Benchmarks.CommandLine;

namespace Benchmarks.Processes;

/// <summary>What a process that measures asks, on standard input, of a server that it started: a character each.</summary>
internal static class ParentCommands
{
    /// <summary>Collect all garbage and give memory back.</summary>
    public const char CollectOnce = 'c';

    /// <summary>Say on standard error how many bytes were allocated since the start.</summary>
    public const char SayAllocatedBytes = 'a';

    private const string AllocatedBytes = "allocated bytes: ";

    /// <summary>Follows the commands on a thread of its own; the end of the input, with its parent's end, ends the process.</summary>
    public static void Follow() => new Thread(Run) { IsBackground = true }.Start();

    /// <summary>Reads what a process says to <see cref="SayAllocatedBytes"/>; <see langword="null"/> if it is another line.</summary>
    public static long? ParseAllocatedBytes(string line) =>
        line.StartsWith(AllocatedBytes, StringComparison.Ordinal)
            ? long.Parse(line.AsSpan(AllocatedBytes.Length), NumberStyles.None, CultureInfo.InvariantCulture)
            : null;

    private static void Run()
    {
        using var input = Console.OpenStandardInput();
        while (input.ReadByte() is >= 0 and var command)
        {
            if (command == CollectOnce)
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            else if (command == SayAllocatedBytes)
                Console.Error.WriteLine(AllocatedBytes + GC.GetTotalAllocatedBytes(precise: true).ToString(CultureInfo.InvariantCulture));
        }

        Environment.Exit(ExitCodes.Failed);
    }
}
