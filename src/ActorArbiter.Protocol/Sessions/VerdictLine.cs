using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>
/// Writes the line that tells a verdict as it is sent, without a string for it: a server writes one for each round.
/// </summary>
public ref struct VerdictLine
{
    /// <summary>How many characters most lines do with.</summary>
    public const int UsualLength = 256;

    private DefaultInterpolatedStringHandler _text;
    private bool _hasMessage;

    /// <summary>Begins a line that is the sentence alone, as it is told where rounds have no names.</summary>
    /// <param name="buffer">Where to write; a longer line is written elsewhere.</param>
    public VerdictLine(Span<char> buffer) =>
        _text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, buffer);

    /// <summary>Begins the line of <see cref="SessionReply.Verdict"/>.</summary>
    /// <param name="round">The round.</param>
    /// <param name="number">The verdict's number.</param>
    /// <param name="buffer">Where to write; a longer line is written elsewhere.</param>
    public VerdictLine(RoundName round, long number, Span<char> buffer)
        : this(buffer)
    {
        _text.AppendLiteral(ReplyWords.Verdict);
        _text.AppendLiteral(" ");
        _text.AppendLiteral(round.Value);
        _text.AppendLiteral(" ");
        _text.AppendFormatted(number);
        _text.AppendLiteral(" ");
    }

    /// <summary>Adds the message that arrived next.</summary>
    public void Add(ClientMessage message)
    {
        VerdictSentence.Append(ref _text, message, isFirst: !_hasMessage);
        _hasMessage = true;
    }

    /// <summary>Ends the line with a line feed; at least one message was added.</summary>
    /// <param name="before">How many bytes to leave free in front of it.</param>
    /// <returns>A new array that ends with the line.</returns>
    public byte[] ToBytes(int before = 0)
    {
        _text.AppendLiteral("\n");
        var bytes = new byte[before + Encoding.UTF8.GetByteCount(_text.Text)];
        Encoding.UTF8.GetBytes(_text.Text, bytes.AsSpan(before));
        _text.Clear();
        return bytes;
    }
}
