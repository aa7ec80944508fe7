using System.Globalization;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// What a JOIN says besides its round and id. The first JOIN of a round sets <see cref="Of"/>, <see cref="Window"/>,
/// <see cref="Deadline"/> and <see cref="StartReady"/>; <see langword="null"/> is what was not said.
/// </summary>
public sealed record JoinOptions
{
    /// <summary>The most that <c>of=</c> may say, were it not for the length of a verdict's sentence.</summary>
    public const int MaxOf = 1000;

    /// <summary>A JOIN that says nothing further.</summary>
    public static readonly JoinOptions None = new();

    /// <summary>A JOIN that says <c>brief=yes</c> and nothing further, as programs do that play round after round.</summary>
    internal static readonly JoinOptions BriefOnly = new() { Brief = true };

    /// <summary>
    /// How many messages decide the round, 1 to <see cref="ProtocolLimits.MaxContenders"/>; with 1 it is a claim, which
    /// has no seats.
    /// </summary>
    public int? Of { get; init; }

    /// <summary>How long after its first arrival the round is decided, whoever arrived: 1 ms to 24 h.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>How long after it was opened the round is decided, or expires: 1 ms to 24 h.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>
    /// <see langword="true"/> if a message before READY does not count. There is no way to write
    /// <see langword="false"/>.
    /// </summary>
    public bool? StartReady { get; init; }

    /// <summary>What another connection has to show to take over the seat.</summary>
    public SessionKey? Key { get; init; }

    /// <summary>Whether the contender is sent VERDICT, EXPIRED and ERROR lines only.</summary>
    public bool Brief { get; init; }

    /// <summary>The options as written on the wire, durations in whole milliseconds; empty if there are none.</summary>
    public override string ToString()
    {
        var options = new List<string>();
        if (Of is { } of)
            Add(JoinOptionNames.Of, of.ToString(CultureInfo.InvariantCulture));
        if (Window is { } window)
            Add(JoinOptionNames.Window, Durations.Format(window));
        if (Deadline is { } deadline)
            Add(JoinOptionNames.Deadline, Durations.Format(deadline));
        if (StartReady is true)
            Add(JoinOptionNames.Start, "ready");
        if (Key is { } key)
            Add(JoinOptionNames.Key, key.Value);
        if (Brief)
            Add(JoinOptionNames.Brief, "yes");
        return string.Join(' ', options);

        void Add(string name, string value) => options.Add($"{name}={value}");
    }
}
