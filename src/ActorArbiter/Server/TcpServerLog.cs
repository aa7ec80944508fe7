using System.Net;
using ActorArbiter.Ordering;
using ActorArbiter.Transports;
using Akka.Event;

namespace ActorArbiter.Server;

/// <summary>What listeners and the arbiter log.</summary>
internal static class TcpServerLog
{
    public static void Listening(ILoggingAdapter log, IPEndPoint endPoint, ListenerProfile profile) =>
        log.Info("listening on {0} ({1})", endPoint, profile.ToString().ToLowerInvariant());

    public static void NoKernelStamps(ILoggingAdapter log, IPEndPoint endPoint, string reason) => log.Warning(
        "the kernel does not say when messages to {0} come ({1}): their basis is read, the time when the server read them", endPoint, reason);

    public static void Accepted(ILoggingAdapter log, ConnectionId connection, IClientSocket client)
    {
        if (log.IsDebugEnabled)
            log.Debug("connection {0} is accepted from {1}", connection, client.Peer);
    }

    public static void Stopping(ILoggingAdapter log) =>
        log.Info("stopping: no further connection is accepted, waiting contenders are told");
}
