using ActorArbiter.Protocol;

namespace ActorArbiter.Connections;

/// <summary>Why a connection is closed without a verdict, as its client is told.</summary>
internal static class ConnectionErrors
{
    public static readonly ErrorReply TooLong =
        new(ErrorCodes.TooLong, $"a line has at most {ProtocolLimits.MaxLineBytes} bytes");

    public static ErrorReply BadMessage(string problem) => new(ErrorCodes.BadMessage, problem);

    public static ErrorReply TooSlow(TimeSpan limit) => new(
        ErrorCodes.TooSlow, $"the line was not finished within {Durations.Format(limit)} of its first byte");

    public static ErrorReply Idle(TimeSpan limit) =>
        new(ErrorCodes.Idle, $"nothing was received for {Durations.Format(limit)}");
}
