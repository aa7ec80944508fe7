using System.Buffers;
using ActorArbiter.Protocol;
using ActorClient.Conversation;

namespace ActorClient.Rounds;

/// <summary>Cuts what a server says into lines, however it was cut into segments. Not thread-safe.</summary>
internal sealed class ReplyReader
{
    /// <summary>The most bytes of a line: a verdict with the longest sentence, and what stands before it.</summary>
    public const int MaxLineBytes = ProtocolLimits.MaxSentenceBytes + 128;

    private readonly ArrayBufferWriter<byte> _unfinished = new();

    /// <summary>What was read of a line that has not ended, as a person may see it.</summary>
    public string Unfinished => ReadableText.Of(_unfinished.WrittenSpan);

    /// <summary>Whether a line is longer than any that an arbiter says; no more is read of it.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>The lines that end in <paramref name="received"/>, as a person may see them.</summary>
    public IReadOnlyList<string> Read(ReadOnlySpan<byte> received)
    {
        var lines = new List<string>();
        while (!IsTooLong && !received.IsEmpty)
        {
            var end = received.IndexOf((byte)'\n');
            var part = end < 0 ? received : received[..end];
            IsTooLong = _unfinished.WrittenCount + part.Length > MaxLineBytes;
            if (IsTooLong)
                break;
            _unfinished.Write(part);
            if (end < 0)
                break;
            lines.Add(Unfinished);
            _unfinished.ResetWrittenCount();
            received = received[(end + 1)..];
        }

        return lines;
    }
}
