using System.Text;

namespace ActorClient.Terminal;

/// <summary>Where the program reads and writes.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: the message and the reply, nothing else.</param>
/// <param name="Error">Standard error: prompts, news and errors.</param>
/// <param name="CanAsk">Whether a person sits at <paramref name="In"/>.</param>
/// <param name="IsWatched">Whether a person sees <paramref name="Error"/> as it is written.</param>
internal sealed record ClientConsole(TextReader In, TextWriter Out, TextWriter Error, bool CanAsk, bool IsWatched)
{
    private const int UsualWidth = 80;

    /// <summary>What <see cref="Out"/> can show.</summary>
    public TerminalTraits OutTraits { get; init; } = TerminalTraits.Pipe;

    /// <summary>What <see cref="Error"/> can show.</summary>
    public TerminalTraits ErrorTraits { get; init; } = TerminalTraits.Pipe;

    /// <summary>How many columns the terminal has now, or the usual 80 if nobody knows.</summary>
    public Func<int> Width { get; init; } = () => UsualWidth;

    /// <summary>Forgets what a person typed at <see cref="In"/> and the program has not read; lines of a pipe are kept.</summary>
    public Action DiscardTyped { get; init; } = () => { };

    /// <summary>The streams of this process.</summary>
    public static ClientConsole OfProcess() => new(
        // Not Console.In, which would take over the terminal's line editing, and change its mode for that.
        new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false)),
        Console.IsOutputRedirected ? Console.Out : new TerminalWriter(Console.Out),
        Console.IsErrorRedirected ? Console.Error : new TerminalWriter(Console.Error),
        CanAsk: !Console.IsInputRedirected,
        IsWatched: !Console.IsErrorRedirected)
    {
        OutTraits = TerminalTraits.Of(!Console.IsOutputRedirected, Environment.GetEnvironmentVariable),
        ErrorTraits = TerminalTraits.Of(!Console.IsErrorRedirected, Environment.GetEnvironmentVariable),
        Width = ProcessWidth,
        DiscardTyped = TypedAhead.Discard,
    };

    /// <summary>Writes a line to <see cref="Error"/>, unless that takes nothing, as on a full disk: then nobody can be told.</summary>
    public void TryTellError(string line)
    {
        try
        {
            Error.WriteLine(line);
        }
        catch (IOException)
        {
            // There is no other place to say so.
        }
    }

    private static int ProcessWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth; // Windows, without a console.
        }
    }
}
