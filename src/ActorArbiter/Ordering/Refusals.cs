using System.Globalization;
using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>Why a contender gets no verdict, as it is told.</summary>
internal static class Refusals
{
    public static readonly ErrorReply ShuttingDown = new(ErrorCodes.ShuttingDown, "the server is stopping");

    public static ErrorReply RoundTimeout(TimeSpan timeout) => new(
        ErrorCodes.RoundTimeout, $"the round was not complete within {Durations.Format(timeout)} of its first message");

    public static ErrorReply TooManyRounds(int limit) => new(
        ErrorCodes.Busy,
        string.Create(CultureInfo.InvariantCulture, $"open rounds are limited to {limit}; try again later"));

    public static ErrorReply Left(ContenderId contender) => new(
        ErrorCodes.ContenderLeft, $"{contender} left without a message, so the round cannot be decided");

    public static ErrorReply Silent(TimeSpan timeout) => new(
        ErrorCodes.ContenderLeft,
        $"not every contender sent a message within {Durations.Format(timeout)}, so the round cannot be decided");
}
