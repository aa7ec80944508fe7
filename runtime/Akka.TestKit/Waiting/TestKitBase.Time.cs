namespace Akka.TestKit;

public abstract partial class TestKitBase
{
    // When the innermost Within ends; null outside of one.
    private TimeSpan? _end;

    /// <summary>What is left of the surrounding Within, at least zero.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public TimeSpan Remaining => _end is { } end
        ? Left(end)
        : throw new InvalidOperationException("Remaining means something only inside Within.");

    /// <summary>
    /// What is left of the surrounding Within; outside of one, <see cref="TestKitSettings.SingleExpectDefault"/>,
    /// dilated.
    /// </summary>
    public TimeSpan RemainingOrDefault => RemainingOr(Dilated(TestKitSettings.SingleExpectDefault));

    /// <summary>What is left of the surrounding Within; outside of one, the duration.</summary>
    protected TimeSpan RemainingOr(TimeSpan duration) => _end is { } end ? Left(end) : duration;

    /// <summary>The duration, dilated; for null, <see cref="RemainingOrDefault"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public TimeSpan RemainingOrDilated(TimeSpan? duration) =>
        duration is { } given ? Dilated(given) : RemainingOrDefault;

    /// <summary>The duration times <see cref="TestKitSettings.TestTimeFactor"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative.</exception>
    public TimeSpan Dilated(TimeSpan duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(duration, TimeSpan.Zero);
        return duration * TestKitSettings.TestTimeFactor;
    }

    /// <summary>The timeout; for null, <see cref="TestKitSettings.SingleExpectDefault"/>. Neither is dilated.</summary>
    public TimeSpan GetTimeoutOrDefault(TimeSpan? timeout) => timeout ?? TestKitSettings.SingleExpectDefault;

    private static TimeSpan Left(TimeSpan end)
    {
        var left = end - Now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
