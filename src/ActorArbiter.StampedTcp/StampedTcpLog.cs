using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp.Interop;
using Akka.Event;

namespace ActorArbiter.StampedTcp;

/// <summary>What listeners log.</summary>
internal static class StampedTcpLog
{
    public static void AcceptFailed(ILoggingAdapter log, IPEndPoint listener, SocketError error, TimeSpan pause) =>
        log.Warning(
            "no client can be accepted at {0}: {1}; trying again every {2} ms", listener, SocketErrors.Describe(error), pause.TotalMilliseconds);
}
