using System.Text;
using ActorArbiter.Ordering;
using Akka.IO;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>What a client sent, with the stamp of its read where the runtime has such stamps.</summary>
internal static class StampedChunk
{
#if AKKA_PACKAGES
    public static Tcp.Received Of(string text, ReceiveStamp stamp)
    {
        _ = stamp;
        return new(ByteString.FromString(text, Encoding.UTF8));
    }
#else
    public static Tcp.Received Of(string text, ReceiveStamp stamp) => new(
        ByteString.FromString(text, Encoding.UTF8),
        new Tcp.ReceiveTimestamp(Tcp.ReceiveTimestampSource.Kernel, stamp.Nanoseconds, stamp.IsLate));
#endif
}
