using ActorArbiter.Protocol;
using Akka.IO;

namespace ActorArbiter.Connections;

/// <summary>Replies as bytes.</summary>
internal static class Replies
{
    private static readonly ByteString Lf = ByteString.CopyFrom(LineEnding.Lf.Bytes().ToArray());
    private static readonly ByteString CrLf = ByteString.CopyFrom(LineEnding.CrLf.Bytes().ToArray());

    /// <summary>The acknowledgment, ending as the client's own message did.</summary>
    public static ByteString Acknowledgment(ByteString sentence, LineEnding ending) => ending switch
    {
        LineEnding.Lf => sentence + Lf,
        LineEnding.CrLf => sentence + CrLf,
        _ => sentence,
    };
}
