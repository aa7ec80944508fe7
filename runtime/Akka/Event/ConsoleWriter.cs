using System.Collections.Concurrent;

namespace Akka.Event;

/// <summary>
/// Writes lines to the console one after the other, away from the thread that has them. Lines are dropped when too many
/// wait, and counted. At the end of the process it gets a moment to write those that wait.
/// </summary>
internal static class ConsoleWriter
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan LastMoment = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentQueue<(string Text, ConsoleColor? Color)> Lines = new();
    private static int _waiting;
    private static int _dropped;

    static ConsoleWriter() => AppDomain.CurrentDomain.ProcessExit
        += (_, _) => SpinWait.SpinUntil(() => Volatile.Read(ref _waiting) == 0, LastMoment);

    public static void WriteLine(string text, ConsoleColor? color)
    {
        if (Volatile.Read(ref _waiting) >= Capacity)
        {
            Interlocked.Increment(ref _dropped);
            return;
        }

        Lines.Enqueue((text, color));
        // Whoever brings the first line starts the writing, which goes on until no line waits.
        if (Interlocked.Increment(ref _waiting) == 1)
            ThreadPool.UnsafeQueueUserWorkItem(static _ => WriteAll(), null);
    }

    private static void WriteAll()
    {
        do
        {
            // A line is in the queue before it is counted.
            Lines.TryDequeue(out var line);
            Write(line.Text, line.Color);
            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
                Write($"[{dropped} log lines were dropped: the console did not take them in time]", null);
        }
        while (Interlocked.Decrement(ref _waiting) > 0);
    }

    private static void Write(string text, ConsoleColor? color)
    {
        try
        {
            if (color is null || Console.IsOutputRedirected)
            {
                Console.WriteLine(text);
                return;
            }

            Console.ForegroundColor = color.Value;
            Console.WriteLine(text);
            Console.ResetColor();
        }
        catch (Exception cause) when (cause is IOException or ObjectDisposedException)
        {
            // Nobody reads the console any more, and there is no other place to say so.
        }
    }
}
