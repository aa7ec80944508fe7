using System.Text;
using System.Threading.Channels;
using ActorClient.Terminal;

namespace ActorArbiter.Tests.Client.Terminal;

/// <summary>A console of which a test can say what it is, and read what it shows. Thread-safe.</summary>
internal sealed class ConsoleText
{
    /// <summary>A terminal with all that a terminal may have.</summary>
    public static readonly TerminalTraits Capable = new(
        IsTerminal: true, RewritesLines: true, HasColors: true, HasUnicode: true);

    private const string Erase = "\r\e[K";

    private readonly WrittenText _out = new();
    private readonly WrittenText _error = new();

    /// <param name="traits">What both outputs can show.</param>
    /// <param name="input">What is typed.</param>
    /// <param name="width">How wide it is.</param>
    public ConsoleText(TerminalTraits? traits = null, TextReader? input = null, int width = 80) =>
        Console = new ClientConsole(
            input ?? TextReader.Null,
            new Writer(_out),
            new Writer(_error),
            CanAsk: traits is not null,
            IsWatched: traits is not null)
        {
            OutTraits = traits ?? TerminalTraits.Pipe,
            ErrorTraits = traits ?? TerminalTraits.Pipe,
            Width = () => width,
        };

    public ClientConsole Console { get; }

    /// <summary>The lines of standard output.</summary>
    public string[] Out => _out.Lines;

    /// <summary>The lines of standard error.</summary>
    public string[] Error => _error.Lines;

    /// <summary>What a terminal shows in the end of what was written to standard error.</summary>
    public string[] Screen =>
        [.. Error.Select(line => line.Split(Erase)[^1])];

    /// <summary>Completes when a line of standard error has ended since the last time.</summary>
    public Task WrittenAsync(CancellationToken cancellationToken) =>
        _error.LineEnds.Reader.ReadAsync(cancellationToken).AsTask();

    private sealed class WrittenText
    {
        private readonly StringBuilder _text = new();

        public Channel<bool> LineEnds { get; } = Channel.CreateUnbounded<bool>();

        public string[] Lines
        {
            get
            {
                lock (_text)
                    return _text.Length == 0 ? [] : _text.ToString().TrimEnd('\n').Split('\n');
            }
        }

        public void Append(string? value)
        {
            lock (_text)
                _text.Append(value);
            if (value?.Contains('\n', StringComparison.Ordinal) == true)
                LineEnds.Writer.TryWrite(true);
        }
    }

    private sealed class Writer : TextWriter
    {
        private readonly WrittenText _text;

        public Writer(WrittenText text)
        {
            _text = text;
            CoreNewLine = ['\n'];
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => _text.Append(value.ToString());

        public override void Write(string? value) => _text.Append(value);

        public override void WriteLine(string? value) => _text.Append(value + "\n");
    }
}
