using System.Buffers;

namespace ActorArbiter.Protocol.Sessions;

/// <summary>Tells a session from a classic message by a connection's first line.</summary>
public static class SessionLine
{
    private static readonly SearchValues<byte> WhiteSpace = SearchValues.Create(" \t\v\f\r"u8);

    /// <summary>
    /// Whether a connection that begins with this line is a session: the line has an end, and its first word, in capitals
    /// and followed by a space or the line's end, is JOIN, WATCH, RESULT, PING, HELP or QUIT. Allocates nothing.
    /// </summary>
    /// <param name="line">The line's bytes without the line end; padding is cut as <see cref="MessageParser"/> does.</param>
    /// <param name="ending">How the line ended.</param>
    public static bool IsSessionStart(ReadOnlySpan<byte> line, LineEnding ending)
    {
        if (ending == LineEnding.None)
            return false;
        line = LineText.Unpadded(line);
        line = line[..(line.LastIndexOfAnyExcept(WhiteSpace) + 1)].TrimStart((byte)' ');
        var space = line.IndexOf((byte)' ');
        var word = space < 0 ? line : line[..space];
        return word.SequenceEqual("JOIN"u8) || word.SequenceEqual("WATCH"u8) || word.SequenceEqual("RESULT"u8)
            || word.SequenceEqual("PING"u8) || word.SequenceEqual("HELP"u8) || word.SequenceEqual("QUIT"u8);
    }
}
