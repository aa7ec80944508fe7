using System.Globalization;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering.Sessions;

/// <summary>What the first JOIN of a round sets for all.</summary>
/// <param name="opening">The options of that JOIN.</param>
internal readonly struct RoundTerms(JoinOptions opening)
{
    private const int DefaultOf = 2;

    /// <summary>How many messages decide the round.</summary>
    public int Of => opening.Of ?? DefaultOf;

    /// <summary>Whether there are no seats: anyone may join until the first message decides.</summary>
    public bool IsClaim => Of == 1;

    /// <summary>Whether a message before READY does not count.</summary>
    public bool StartsWithReady => opening.StartReady is true;

    /// <summary>What is wrong with them; none if a round can be opened on them.</summary>
    /// <param name="maxContenders">The most messages that a round may ask for.</param>
    public ErrorReply? Problem(int maxContenders)
    {
        if (Of > maxContenders)
        {
            return SessionErrors.BadArgument(
                string.Create(CultureInfo.InvariantCulture, $"of is at most {maxContenders} on this server"));
        }

        return IsClaim && StartsWithReady
            ? SessionErrors.BadArgument("a round with of=1 has no seats, so it has no READY: JOIN without start=ready")
            : null;
    }

    /// <summary>The answer to a later JOIN that contradicts them; none if it does not.</summary>
    public ErrorReply? Difference(RoundName round, JoinOptions later)
    {
        if (later.Of is { } of && of != Of)
            return Differs(JoinOptionNames.Of, Of.ToString(CultureInfo.InvariantCulture));
        if (later.Window is { } window && window != opening.Window)
            return Differs(JoinOptionNames.Window, Written(opening.Window));
        if (later.Deadline is { } deadline && deadline != opening.Deadline)
            return Differs(JoinOptionNames.Deadline, Written(opening.Deadline));
        return later.StartReady is true && !StartsWithReady ? Differs(JoinOptionNames.Start, null) : null;

        ErrorReply Differs(string option, string? value) => SessionErrors.RoundDiffers(round, option, value);
    }

    public RoundRules ToRules(SessionOptions options) => new(Of)
    {
        Window = opening.Window,
        Deadline = opening.Deadline ?? options.RoundTimeout,
        Settle = options.Settle,
    };

    private static string? Written(TimeSpan? duration) => duration is { } length ? Durations.Format(length) : null;
}
