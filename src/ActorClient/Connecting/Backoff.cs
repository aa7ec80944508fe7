namespace ActorClient.Connecting;

/// <summary>
/// The pauses between tries: each is twice the one before, from <see cref="ArbiterClientOptions.RetryMin"/> to
/// <see cref="ArbiterClientOptions.RetryMax"/>, less up to half by chance, so that many clients that lost a server together do
/// not come back together.
/// </summary>
/// <param name="options">The shortest and the longest pause.</param>
/// <param name="random">A number from 0 to 1, a new one with each call.</param>
internal sealed class Backoff(ArbiterClientOptions options, Func<double> random)
{
    private TimeSpan _pause = options.RetryMin;

    /// <summary>The pause before the next try.</summary>
    public TimeSpan Next()
    {
        var pause = _pause;
        _pause = pause * 2 < options.RetryMax ? pause * 2 : options.RetryMax;
        return pause * ((1 + random()) / 2);
    }

    /// <summary>A try went well: the next pause is the shortest again.</summary>
    public void Reset() => _pause = options.RetryMin;
}
