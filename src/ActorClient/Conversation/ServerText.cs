using System.Buffers;
using System.Text;
using ActorArbiter.Protocol;

namespace ActorClient.Conversation;

/// <summary>
/// What a server has said and the client has not taken yet. The bytes may come cut into any pieces; a greeting has no
/// line end, and a reply may end with the connection instead of a line end.
/// </summary>
internal sealed class ServerText
{
    /// <summary>The most bytes that are kept: a whole sentence and its line end.</summary>
    public const int Capacity = ProtocolLimits.MaxSentenceBytes + 2;

    private static readonly int LongestGreeting =
        Greeting.ToBytes(ContenderId.Parse(new string('X', ContenderId.MaxLength))).Length;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private int _taken;

    private ReadOnlySpan<byte> Left => _bytes.WrittenSpan[_taken..];

    /// <summary>Adds what was received; false, and nothing is kept, if that is more than a server may say.</summary>
    public bool TryAdd(ReadOnlySpan<byte> received)
    {
        var fits = Left.Length + received.Length <= Capacity;
        if (fits)
            _bytes.Write(received);
        return fits;
    }

    /// <summary>Takes the greeting that the text begins with, if it is whole.</summary>
    public bool TryTakeGreeting(out ContenderId letter)
    {
        // An id has no space: the shortest beginning that reads as a greeting is the greeting.
        var beginning = Encoding.Latin1.GetString(Left[..Math.Min(Left.Length, LongestGreeting)]);
        for (var length = 1; length <= beginning.Length; length++)
        {
            if (!Greeting.TryParse(beginning.AsSpan(0, length), out letter))
                continue;
            _taken += length;
            return true;
        }

        letter = default;
        return false;
    }

    /// <summary>Takes the first line, if it has ended.</summary>
    public bool TryTakeLine(out string line)
    {
        var end = Left.IndexOf((byte)'\n');
        line = end < 0 ? "" : ReadableText.Of(Left[..end]);
        _taken += end + 1;
        return end >= 0;
    }

    /// <summary>Takes what is left: the server says no more. Empty if there is nothing.</summary>
    public string TakeRest()
    {
        var rest = ReadableText.Of(Left);
        _taken = _bytes.WrittenCount;
        return rest;
    }
}
