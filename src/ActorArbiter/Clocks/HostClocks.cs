namespace ActorArbiter.Clocks;

/// <summary>Reads two clocks of this host as if at once.</summary>
internal abstract class HostClocks : IHostClocks
{
    /// <summary>How far apart two readings around a third may be, in nanoseconds; farther, and this thread was interrupted.</summary>
    private const long MaxWidth = 20_000;

    private const int MaxAttempts = 100;

    /// <summary>The clocks of this host.</summary>
    public static IHostClocks System { get; } =
        OperatingSystem.IsLinux() && Environment.Is64BitProcess ? new LinuxClocks() : new PortableClocks();

    public ClockSample Read()
    {
        var (narrowest, width) = ReadOnce();
        for (var attempt = 1; width > MaxWidth && attempt < MaxAttempts; attempt++)
        {
            var (sample, otherWidth) = ReadOnce();
            if (otherWidth < width)
                (narrowest, width) = (sample, otherWidth);
        }

        return narrowest;
    }

    /// <summary>The system's clock, in nanoseconds since the Unix epoch.</summary>
    protected abstract long ReadRealtime();

    /// <summary>The clock that nobody can set, in nanoseconds.</summary>
    protected abstract long ReadBoottime();

    private (ClockSample Sample, long Width) ReadOnce()
    {
        var before = ReadBoottime();
        var realtime = ReadRealtime();
        var width = ReadBoottime() - before;
        return (new ClockSample(realtime, before + (width / 2)), width);
    }
}
