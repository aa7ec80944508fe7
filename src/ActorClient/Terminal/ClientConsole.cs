namespace ActorClient.Terminal;

/// <summary>Where the program reads and writes.</summary>
/// <param name="In">Standard input.</param>
/// <param name="Out">Standard output: the message and the reply, nothing else.</param>
/// <param name="Error">Standard error: prompts, news and errors.</param>
/// <param name="CanAsk">Whether a person sits at <paramref name="In"/>.</param>
/// <param name="IsWatched">Whether a person sees <paramref name="Error"/> as it is written.</param>
internal sealed record ClientConsole(TextReader In, TextWriter Out, TextWriter Error, bool CanAsk, bool IsWatched)
{
    /// <summary>The streams of this process.</summary>
    public static ClientConsole OfProcess() => new(
        Console.In,
        Console.Out,
        Console.Error,
        CanAsk: !Console.IsInputRedirected,
        IsWatched: !Console.IsErrorRedirected);
}
