namespace ActorClient.Terminal.Rounds;

/// <summary>A line for each thing that happens, for pipes, files and terminals that can do no more.</summary>
internal sealed class PlainRoundView : IRoundView
{
    private readonly ClientConsole _console;
    private readonly RoundScene _scene;
    private readonly TextWriter _news;
    private readonly TerminalTraits _traits;
    private bool _isMessageShown;

    private PlainRoundView(ClientConsole console, RoundScene scene, TextWriter news, TerminalTraits traits)
    {
        _console = console;
        _scene = scene;
        _news = news;
        _traits = traits;
    }

    /// <summary>The message and the verdict go to standard output, all else to standard error.</summary>
    public static PlainRoundView OfContender(ClientConsole console, RoundScene scene) =>
        new(console, scene, console.Error, console.ErrorTraits);

    /// <summary>All goes to standard output: it is what was asked for.</summary>
    public static PlainRoundView OfWatcher(ClientConsole console, RoundScene scene) =>
        new(console, scene, console.Out, console.OutTraits);

    /// <inheritdoc/>
    public void Show(RoundEvent happened)
    {
        switch (happened)
        {
            case RoundEvent.Sent:
                if (!_isMessageShown)
                    _console.Out.WriteLine(_scene.Message);
                _isMessageShown = true;
                break;
            case RoundEvent.Decided { Verdict: var verdict } decided:
                if (decided.WasDecidedBefore)
                    _news.WriteLine(RoundWording.DecidedBefore(_scene.Round));
                Places.Write(verdict, _news, _traits, _console.Width());
                _console.Out.WriteLine(verdict.Sentence);
                break;
            default:
                if (RoundWording.News(happened, _scene.Round, _scene.Server) is { } news)
                    _news.WriteLine(news);
                break;
        }
    }

    /// <inheritdoc/>
    public void AskForEnter(string text) => _news.WriteLine(RoundWording.EnterAwaited(_scene.Round, text));

    /// <inheritdoc/>
    public void EnterPressed()
    {
    }

    /// <inheritdoc/>
    public void Fail(RoundFailure failure) => _console.Error.WriteLine(failure.Line);

    /// <inheritdoc/>
    public void Leave()
    {
    }
}
