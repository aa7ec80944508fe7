using System.Globalization;
using System.Text;

namespace ActorClient.Terminal;

/// <summary>
/// A terminal: format characters, with which a text of others could turn a line round or hide in it, are replaced. Pipes and
/// files get texts as they are.
/// </summary>
internal sealed class TerminalWriter : TextWriter
{
    private readonly TextWriter _terminal;

    /// <param name="terminal">Where to write.</param>
    public TerminalWriter(TextWriter terminal)
        : base(terminal.FormatProvider)
    {
        _terminal = terminal;
        CoreNewLine = terminal.NewLine.ToCharArray();
    }

    /// <inheritdoc/>
    public override Encoding Encoding => _terminal.Encoding;

    /// <summary>
    /// <paramref name="text"/> with U+FFFD in the place of each character of the Unicode categories Cf, Zl and Zp; the joiners
    /// U+200C and U+200D stay, which scripts and emoji are written with.
    /// </summary>
    public static string Shown(string text)
    {
        if (Ascii.IsValid(text))
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            shown.Append(IsHarmless(rune) ? rune.ToString() : "\uFFFD");
        return shown.ToString();
    }

    /// <inheritdoc/>
    public override void Write(char value) =>
        _terminal.Write(Rune.TryCreate(value, out var rune) && !IsHarmless(rune) ? '\uFFFD' : value);

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => _terminal.Write(value is null ? null : Shown(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => _terminal.WriteLine(value is null ? null : Shown(value));

    /// <inheritdoc/>
    public override void Flush() => _terminal.Flush();

    private static bool IsHarmless(Rune rune) => rune.Value is '\u200C' or '\u200D'
        || Rune.GetUnicodeCategory(rune) is not (
            UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
