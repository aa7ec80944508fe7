namespace ActorArbiter.Protocol;

/// <summary>
/// Cuts a byte stream into lines, however it was cut into segments. Keeps at most one unfinished line, and a buffer only
/// while there is one. Not thread-safe.
/// </summary>
public sealed class LineReader
{
    // A carriage return may be the first half of a line end that is still on its way.
    private const int MaxBuffered = ProtocolLimits.MaxLineBytes + 1;

    private byte[]? _buffer;
    private int _length;

    /// <summary>Whether some bytes of an unfinished line were read.</summary>
    public bool HasUnfinishedLine => _length > 0;

    /// <summary>
    /// Reads up to the next line end and moves <paramref name="input"/> behind it.
    /// </summary>
    /// <param name="input">The bytes received; afterwards those not read yet.</param>
    /// <param name="line">The line without its end, valid until the next call.</param>
    /// <param name="ending">How the line ended.</param>
    public LineStatus Read(scoped ref ReadOnlySpan<byte> input, out ReadOnlySpan<byte> line, out LineEnding ending)
    {
        var feed = input.IndexOf((byte)'\n');
        var part = feed < 0 ? input : input[..feed];
        line = default;
        ending = LineEnding.None;
        if (!Fits(part))
            return LineStatus.TooLong;

        if (feed < 0)
        {
            Keep(part);
            input = default;
            return LineStatus.Incomplete;
        }

        input = input[(feed + 1)..];
        line = Joined(part);
        ending = LineEnding.Lf;
        if (line.EndsWith("\r"u8))
        {
            line = line[..^1];
            ending = LineEnding.CrLf;
        }

        return line.Length <= ProtocolLimits.MaxLineBytes ? LineStatus.Complete : LineStatus.TooLong;
    }

    /// <summary>
    /// Takes the unfinished line as it is: the client closed its sending side or went quiet. Valid until the next call.
    /// </summary>
    public ReadOnlySpan<byte> TakeUnfinishedLine() => Joined(default);

    private bool Fits(ReadOnlySpan<byte> part)
    {
        var length = _length + part.Length;
        if (length <= ProtocolLimits.MaxLineBytes)
            return true;
        var last = part.IsEmpty ? _buffer![_length - 1] : part[^1];
        return length == MaxBuffered && last == '\r';
    }

    private void Keep(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty)
            return;
        if (_buffer is null || _buffer.Length < _length + part.Length)
            Array.Resize(ref _buffer, Math.Clamp(2 * (_length + part.Length), 64, MaxBuffered));
        part.CopyTo(_buffer.AsSpan(_length));
        _length += part.Length;
    }

    private ReadOnlySpan<byte> Joined(ReadOnlySpan<byte> part)
    {
        if (_length == 0)
            return part;
        Keep(part);
        var line = _buffer.AsSpan(0, _length);
        _buffer = null;
        _length = 0;
        return line;
    }
}
