namespace ActorArbiter.Clocks;

/// <summary>Reads the host's clocks into a history.</summary>
internal sealed class ClockWatch(IHostClocks clocks)
{
    /// <summary>How often to <see cref="Look"/> when nothing else happens.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    public ClockHistory History { get; } = new();

    /// <summary>Takes a sample.</summary>
    /// <param name="sequence">Its place among the arrivals.</param>
    public void Look(long sequence) => History.Add(clocks.Read(), sequence);
}
