namespace ActorArbiter.Journal.Records;

/// <summary>Whose time a recorded stamp is.</summary>
internal enum RecordedClock
{
    /// <summary>The system's clock, read by the kernel; since the Unix epoch.</summary>
    Kernel,

    /// <summary>The system's clock, read by the server; since the Unix epoch.</summary>
    Read,

    /// <summary>The monotonic clock, read by the server: in records of earlier versions only.</summary>
    Clock,
}

/// <summary>The word of a <see cref="RecordedClock"/> in the journal.</summary>
internal static class RecordedClockWords
{
    /// <summary><c>kernel</c>, <c>read</c> or <c>clock</c>.</summary>
    public static string Word(this RecordedClock clock) => clock switch
    {
        RecordedClock.Kernel => "kernel",
        RecordedClock.Read => "read",
        RecordedClock.Clock => "clock",
        _ => throw new ArgumentOutOfRangeException(nameof(clock), clock, "no clock"),
    };

    /// <exception cref="FormatException"><paramref name="word"/> is none of them.</exception>
    public static RecordedClock Parse(string word) => word switch
    {
        "kernel" => RecordedClock.Kernel,
        "read" => RecordedClock.Read,
        "clock" => RecordedClock.Clock,
        _ => throw new FormatException($"'{word}' is not a clock"),
    };
}
