using System.Net;
using System.Net.Sockets;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>What TCP logs. Normal ends of connections are for debugging; what a person should look at is a warning.</summary>
internal static class TcpLog
{
    public static void Bound(ILoggingAdapter log, EndPoint address) =>
        log.Debug("Listening on {0}", address);

    public static void BindFailed(ILoggingAdapter log, EndPoint address, Exception cause) =>
        log.Debug("Cannot listen on {0}: {1}", address, cause.Message);

    public static void NoKernelTimestamps(ILoggingAdapter log, EndPoint address, string reason) =>
        log.Warning(
            "No timestamps from the kernel for connections to {0}: {1}. Their order of arrival is taken from the monotonic clock",
            address,
            reason);

    public static void Unbound(ILoggingAdapter log, EndPoint address) =>
        log.Debug("Stopped listening on {0}", address);

    public static void AcceptFailed(ILoggingAdapter log, EndPoint address, SocketError error, TimeSpan retryAfter) =>
        log.Warning(
            "Cannot accept connections on {0}: {1}. Trying again every {2} ms",
            address,
            SocketErrors.Describe(error),
            retryAfter.TotalMilliseconds);

    public static void AcceptedConnectionFailed(ILoggingAdapter log, EndPoint address, Exception cause) =>
        log.Warning("A connection accepted on {0} was closed, because it could not be set up: {1}", address, cause.Message);

    public static void ConnectFailed(ILoggingAdapter log, EndPoint remote, Exception cause) =>
        log.Debug("Cannot connect to {0}: {1}", remote, cause.Message);

    public static void NotRegistered(ILoggingAdapter log, EndPoint? remote, TimeSpan? timeout) =>
        log.Warning("{0}: reset, because no handler was registered within {1}", remote, timeout);

    public static void HandlerStopped(ILoggingAdapter log, EndPoint? remote) =>
        log.Debug("{0}: closed, because its handler stopped", remote);

    public static void Closed(ILoggingAdapter log, EndPoint? remote, Tcp.ConnectionClosed closed)
    {
        if (log.IsDebugEnabled) log.Debug("{0}: {1}", remote, closed.Cause ?? closed.GetType().Name);
    }
}
