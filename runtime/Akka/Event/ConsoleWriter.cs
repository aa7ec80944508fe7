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
    private static readonly ManualResetEventSlim Idle = new(initialState: true);
    private static int _waiting;
    private static int _dropped;

    static ConsoleWriter() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Idle.Wait(LastMoment);

    public static void WriteLine(string text, ConsoleColor? color)
    {
        var waiting = Interlocked.Increment(ref _waiting);
        if (waiting > Capacity)
        {
            Interlocked.Increment(ref _dropped);
            Interlocked.Decrement(ref _waiting);
            return;
        }

        Lines.Enqueue((text, color));
        // Whoever finds the queue empty starts the writing; it goes on until the queue is empty again.
        if (waiting == 1)
        {
            Idle.Reset();
            ThreadPool.UnsafeQueueUserWorkItem(static _ => WriteAll(), null);
        }
    }

    private static void WriteAll()
    {
        var spin = new SpinWait();
        do
        {
            (string Text, ConsoleColor? Color) line;
            while (!Lines.TryDequeue(out line))
                spin.SpinOnce();

            Write(line.Text, line.Color);
            if (Interlocked.Exchange(ref _dropped, 0) is > 0 and var dropped)
                Write($"[{dropped} log lines were dropped: the console did not take them in time]", null);
        }
        while (Interlocked.Decrement(ref _waiting) > 0);

        Idle.Set();
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
