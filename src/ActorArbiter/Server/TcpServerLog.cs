using System.Net;
using ActorArbiter.Ordering;
using Akka.Event;

namespace ActorArbiter.Server;

/// <summary>What listeners and the arbiter log.</summary>
internal static class TcpServerLog
{
    public static void Listening(ILoggingAdapter log, IPEndPoint endPoint, ListenerProfile profile) =>
        log.Info("listening on {0} ({1})", endPoint, profile.ToString().ToLowerInvariant());

    public static void Accepted(ILoggingAdapter log, ConnectionId connection, EndPoint client)
    {
        if (log.IsDebugEnabled)
            log.Debug("connection {0} is accepted from {1}", connection, client);
    }

    public static void Stopping(ILoggingAdapter log) =>
        log.Info("stopping: no further connection is accepted, waiting contenders are told");
}
