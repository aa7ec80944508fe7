using System.Globalization;
using System.Text;
using Spectre.Console;

namespace ActorClient.Terminal;

/// <summary>The last line of a terminal, which is written over as things change. Not thread-safe.</summary>
internal sealed class LiveLine
{
    /// <summary>Back to the first column, and erase to the line's end (ECMA-48, CR and EL).</summary>
    private const string Erase = "\r\e[K";

    private const string Cut = "...";

    private readonly TextWriter _terminal;
    private readonly Func<int> _width;
    private bool _isShown;

    /// <param name="terminal">Where to write.</param>
    /// <param name="width">How many columns there are now.</param>
    public LiveLine(TextWriter terminal, Func<int> width)
    {
        _terminal = terminal;
        _width = width;
    }

    /// <summary>Shows <paramref name="text"/> instead of what was shown.</summary>
    public void Show(string text)
    {
        // The last column stays free: some terminals begin a new line when it is written. What is replaced has another width.
        _terminal.Write(Erase + Fit(TerminalWriter.Shown(text), _width() - 1));
        _terminal.Flush();
        _isShown = true;
    }

    /// <summary>Makes room for a line that stays.</summary>
    public void Clear()
    {
        if (_isShown)
            _terminal.Write(Erase);
        _isShown = false;
    }

    /// <summary>Leaves what is shown where it is: the person ended the line.</summary>
    public void Leave() => _isShown = false;

    /// <summary>As much of <paramref name="text"/> as fits <paramref name="columns"/>; some characters take two.</summary>
    internal static string Fit(string text, int columns)
    {
        if (text.GetCellWidth() <= columns)
            return text;
        if (columns <= Cut.Length)
            return Cut[..Math.Max(columns, 0)];

        var fitting = new StringBuilder();
        var elements = StringInfo.GetTextElementEnumerator(text);
        for (var left = columns - Cut.Length; elements.MoveNext();)
        {
            var element = elements.GetTextElement();
            left -= element.GetCellWidth();
            if (left < 0)
                break;
            fitting.Append(element);
        }

        return fitting.Append(Cut).ToString();
    }
}
