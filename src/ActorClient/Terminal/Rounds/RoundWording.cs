using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorClient.Terminal.Rounds;

/// <summary>What a person reads about a named round, each in one line.</summary>
internal static class RoundWording
{
    /// <summary>What happened; <see langword="null"/> if it is no news.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="round">Where.</param>
    /// <param name="server">The server as people write it.</param>
    public static string? News(RoundEvent happened, RoundName round, string server) => happened switch
    {
        RoundEvent.ServerAwaited => ServerAwaited(server),
        RoundEvent.Watching => $"{round}: watching",
        RoundEvent.Joined { Of: 1 } joined => $"{round}: {joined.Id} joined",
        RoundEvent.Joined joined => $"{round}: {joined.Id} is seated, {joined.Seats} of {joined.Of}",
        RoundEvent.Seated { Of: 1 } seated => $"{round}: {seated.Id} joined",
        RoundEvent.Seated seated => $"{round}: {seated.Id} is seated, {seated.Seats} of {seated.Of}",
        RoundEvent.Ready ready => $"{round}: ready: {Ids(ready.Ids)}",
        RoundEvent.Received received => $"{round}: the arbiter has received {received.Text}",
        RoundEvent.Refused refused => refused.Error.ToString(),
        RoundEvent.Expired => Expired(round),
        RoundEvent.ConnectionLost lost => ConnectionLost(lost),
        _ => null,
    };

    public static string ServerAwaited(string server) => $"waiting for {server} ...";

    public static string ConnectionLost(RoundEvent.ConnectionLost lost) =>
        $"connection lost: {lost.Reason}; trying again in {Durations.Format(lost.Delay)}";

    public static string Expired(RoundName round) => $"{round} has expired: nobody's message arrived by its deadline";

    public static string DecidedBefore(RoundName round) => $"{round} was decided before: this message has no part in it";

    public static string EnterAwaited(RoundName round, string text) => $"{round}: Enter sends {text}";

    public static string Won(ClaimOutcome outcome) =>
        $"won: {outcome.Winner} has {outcome.Verdict.Round} (number {outcome.Number})";

    public static string Lost(ClaimOutcome outcome) =>
        $"lost: {outcome.Winner} has {outcome.Verdict.Round} (number {outcome.Number})";

    public static string WonInVain(ClaimOutcome outcome) => $"{Won(outcome)}; interrupted before its command was started";

    /// <summary>Ids in one line: <c>X, Y, Z</c>.</summary>
    public static string Ids(IEnumerable<ContenderId> ids) => string.Join(", ", ids);
}
