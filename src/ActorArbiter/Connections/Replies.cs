using ActorArbiter.Protocol;

namespace ActorArbiter.Connections;

/// <summary>Replies as bytes.</summary>
internal static class Replies
{
    /// <summary>The acknowledgment, ending as the client's own message did.</summary>
    /// <param name="line">The sentence, ended by a line feed; copied only for a client that wants more than that.</param>
    /// <param name="ending">How the client's message ended.</param>
    public static ReadOnlyMemory<byte> Acknowledgment(ReadOnlyMemory<byte> line, LineEnding ending) => ending switch
    {
        LineEnding.Lf => line,
        LineEnding.CrLf => (byte[])[.. line.Span[..^1], .. ending.Bytes()],
        _ => line[..^1],
    };
}
