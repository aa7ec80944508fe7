using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Tests.Fuzzing;

/// <summary>Reads inputs as a connection does, and checks what must hold of any. Counts what came of them.</summary>
internal sealed class LineFuzz
{
    private const int ThoroughInEvery = 16;

    private static readonly ContenderId Own = ContenderId.Parse("X");

    private int _lines;

    public int Commands { get; private set; }

    public int Messages { get; private set; }

    public int Sessions { get; private set; }

    public int TooLong { get; private set; }

    /// <summary>How many lines were no commands, by the code of the answer.</summary>
    public Dictionary<string, int> Errors { get; } = [];

    /// <summary>Reads one connection's bytes, cut in two at <paramref name="cut"/>.</summary>
    public void Read(ReadOnlySpan<byte> input, int cut)
    {
        var reader = new LineReader();
        var start = 0;
        if (!ReadChunk(reader, input[..cut], input, ref start) || !ReadChunk(reader, input[cut..], input, ref start))
            return;
        var rest = reader.TakeUnfinishedLine();
        Holds(rest.SequenceEqual(input[start..]), "the unfinished line is what is left of the input");
        Parse(rest, LineEnding.None);
    }

    /// <summary>Whether more may be read.</summary>
    private bool ReadChunk(LineReader reader, ReadOnlySpan<byte> chunk, ReadOnlySpan<byte> input, ref int start)
    {
        while (true)
        {
            var length = chunk.Length;
            var status = reader.Read(ref chunk, out var line, out var ending);
            if (status == LineStatus.Incomplete)
            {
                Holds(chunk.IsEmpty, "a line is incomplete when nothing is left to read");
                return true;
            }

            var expected = NextLine(input[start..], out var expectedEnding);
            if (status == LineStatus.TooLong)
            {
                Holds(expected.Length > ProtocolLimits.MaxLineBytes, "a line is too long when it has too many bytes");
                TooLong++;
                return false;
            }

            Holds(chunk.Length < length, "a line that is read is taken from the input");
            Holds(ending == expectedEnding && line.SequenceEqual(expected), "a line is what stands before the next line end");
            Holds(line.Length <= ProtocolLimits.MaxLineBytes, "no line has more bytes than it may have");
            start += expected.Length + ending.Bytes().Length;
            Parse(line, ending);
        }
    }

    private static ReadOnlySpan<byte> NextLine(ReadOnlySpan<byte> input, out LineEnding ending)
    {
        var feed = input.IndexOf((byte)'\n');
        ending = feed < 0 ? LineEnding.None : feed > 0 && input[feed - 1] == '\r' ? LineEnding.CrLf : LineEnding.Lf;
        return input[..(feed < 0 ? input.Length : feed + 1 - ending.Bytes().Length)];
    }

    private void Parse(ReadOnlySpan<byte> line, LineEnding ending)
    {
        var isThorough = _lines++ % ThoroughInEvery == 0;
        if (MessageParser.TryParse(line, out var message, out var problem))
        {
            Messages++;
            Holds(IsText(message.Text), "a message has a text");
        }
        else
        {
            Holds(problem.Length > 0, "what is no message has a problem");
        }

        if (MessageParser.TryParseText(line, Own, out message, out _))
            Holds(message.Id == Own && IsText(message.Text), "a seated contender's message is its own");

        var isSession = SessionLine.IsSessionStart(line, ending);
        if (isSession)
            Sessions++;
        if (SessionCommandParser.TryParse(line, out var command, out var error))
            Understood(command, isThorough);
        else
            Refused(error, isSession, isThorough);
    }

    private void Understood(SessionCommand command, bool isThorough)
    {
        Commands++;
        if (!isThorough)
            return;
        Holds(
            SessionCommandParser.TryParse(Encoding.UTF8.GetBytes(command.ToString()), out var again, out _)
                && command == again,
            "a command is read back from how it is written");
    }

    private void Refused(ErrorReply error, bool isSession, bool isThorough)
    {
        Errors[error.Code] = Errors.GetValueOrDefault(error.Code) + 1;
        Holds(!isSession || error.Code != ErrorCodes.UnknownCommand, "the first word of a session is a command");
        if (!isThorough)
            return;
        var text = error.ToString();
        Holds(!HasControls(text), "an answer is one line");
        Holds(Encoding.UTF8.GetByteCount(text) <= ProtocolLimits.MaxLineBytes, "an answer is no longer than a line may be");
    }

    private static bool IsText(string text) =>
        Encoding.UTF8.GetByteCount(text) is >= 1 and <= ProtocolLimits.MaxTextBytes && !HasControls(text);

    /// <summary>Whether a character is of category Cc.</summary>
    private static bool HasControls(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\0', '\u001F') || text.ContainsAnyInRange('\u007F', '\u009F');

    private static void Holds(bool condition, string rule) => Assert.True(condition, rule);
}
