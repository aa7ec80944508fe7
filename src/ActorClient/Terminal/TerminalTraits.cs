namespace ActorClient.Terminal;

/// <summary>What may be written to an output stream besides plain lines.</summary>
/// <param name="IsTerminal">Whether a person sees it as it is written.</param>
/// <param name="RewritesLines">Whether a line may be written over; not so where <c>TERM</c> is <c>dumb</c> or not set.</param>
/// <param name="HasColors">Whether there are colours, and nobody set <c>NO_COLOR</c> (no-color.org).</param>
/// <param name="HasUnicode">Whether the locale is one of UTF-8, so that there are characters to draw with.</param>
internal sealed record TerminalTraits(bool IsTerminal, bool RewritesLines, bool HasColors, bool HasUnicode)
{
    /// <summary>A pipe or a file.</summary>
    public static readonly TerminalTraits Pipe = new(false, false, false, false);

    // POSIX: the first that is set decides.
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    /// <summary>What an environment says of a stream.</summary>
    /// <param name="isTerminal">Whether the stream is a terminal.</param>
    /// <param name="variable">The environment: a variable's value, or <see langword="null"/>.</param>
    public static TerminalTraits Of(bool isTerminal, Func<string, string?> variable)
    {
        if (!isTerminal)
            return Pipe;
        var isCapable = OperatingSystem.IsWindows() || variable("TERM") is not (null or "" or "dumb");

        var locale = LocaleVariables.Select(variable).FirstOrDefault(value => value is not (null or ""));
        return new TerminalTraits(
            IsTerminal: true,
            RewritesLines: isCapable,
            HasColors: isCapable && variable("NO_COLOR") is (null or ""),
            HasUnicode: locale?.Replace("-", "", StringComparison.Ordinal)
                .EndsWith("UTF8", StringComparison.OrdinalIgnoreCase) == true);
    }
}
