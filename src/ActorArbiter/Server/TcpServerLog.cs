using System.Net;
using ActorArbiter.Protocol;
using Akka.Event;

namespace ActorArbiter.Server;

/// <summary>What listeners and the arbiter log.</summary>
internal static class TcpServerLog
{
    public static void Listening(ILoggingAdapter log, IPEndPoint endPoint, ListenerProfile profile) =>
        log.Info("listening on {0} ({1})", endPoint, profile.ToString().ToLowerInvariant());

    public static void Busy(ILoggingAdapter log, EndPoint client, ErrorReply error) =>
        log.Warning("client {0} was told: {1}", client, error);

    public static void Stopping(ILoggingAdapter log) =>
        log.Info("stopping: no further connection is accepted, waiting contenders are told");
}
