using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using Akka.Event;

namespace ActorArbiter.Connections;

/// <summary>What connections log.</summary>
internal static class ConnectionLog
{
    public static void Refused(ILoggingAdapter log, ConnectionId connection, ErrorReply error) =>
        log.Warning("connection {0} was told: {1}", connection, error);

    public static void Lost(ILoggingAdapter log, ConnectionId connection, string? cause) =>
        log.Warning("connection {0} was lost: {1}", connection, cause ?? "no reason is known");

    public static void DoesNotRead(ILoggingAdapter log, ConnectionId connection) =>
        log.Warning("connection {0} is cut: its client does not read", connection);

    public static void Seated(ILoggingAdapter log, ConnectionId connection, ContenderId letter)
    {
        if (log.IsDebugEnabled)
            log.Debug("connection {0} has the seat of {1}", connection, letter);
    }

    public static void Submitted(ILoggingAdapter log, ConnectionId connection, string text)
    {
        if (log.IsDebugEnabled)
            log.Debug("connection {0} submitted: {1}", connection, text);
    }

    public static void BeganSession(ILoggingAdapter log, ConnectionId connection)
    {
        if (log.IsDebugEnabled)
            log.Debug("connection {0} is a session", connection);
    }

    public static void HalfClosed(ILoggingAdapter log, ConnectionId connection)
    {
        if (log.IsDebugEnabled)
            log.Debug("connection {0} closed its sending side", connection);
    }

    public static void Closed(ILoggingAdapter log, ConnectionId connection)
    {
        if (log.IsDebugEnabled)
            log.Debug("connection {0} is closed", connection);
    }
}
