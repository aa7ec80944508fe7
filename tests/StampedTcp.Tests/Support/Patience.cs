namespace StampedTcp.Tests.Support;

/// <summary>How long tests wait for what must happen, however busy the machine is.</summary>
internal static class Patience
{
    public static TimeSpan Limit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Waits for what must come, and no longer than <see cref="Limit"/>.</summary>
    public static Task<T> Bounded<T>(this Task<T> awaited) => awaited.WaitAsync(Limit);

    /// <inheritdoc cref="Bounded{T}(Task{T})"/>
    public static Task Bounded(this Task awaited) => awaited.WaitAsync(Limit);

    /// <summary>Waits until something is so that nobody tells of: what the kernel or the collector does.</summary>
    /// <param name="condition">Asked again and again.</param>
    /// <param name="otherwise">What is wrong if it never is.</param>
    public static async Task UntilAsync(Func<bool> condition, Func<string> otherwise)
    {
        var began = Environment.TickCount64;
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        while (!condition())
        {
            Assert.True(Environment.TickCount64 - began < Limit.TotalMilliseconds, otherwise());
            await ticks.WaitForNextTickAsync();
        }
    }
}
