using System.Text;
using ActorArbiter.Ordering;
using Akka.IO;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>What a client sent, with the stamp of its read where the runtime has such stamps.</summary>
internal static class StampedChunk
{
    public static Tcp.Received Of(string text, ReceiveStamp stamp)
    {
        _ = stamp;
        return new(ByteString.FromString(text, Encoding.UTF8));
    }
}
