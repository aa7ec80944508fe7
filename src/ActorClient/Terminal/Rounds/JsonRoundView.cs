namespace ActorClient.Terminal.Rounds;

/// <summary>Events for programs on standard output; what a person has to know goes to standard error.</summary>
internal sealed class JsonRoundView : IRoundView
{
    private readonly ClientConsole _console;
    private readonly RoundScene _scene;

    /// <param name="console">Where to write.</param>
    /// <param name="scene">What is shown.</param>
    public JsonRoundView(ClientConsole console, RoundScene scene)
    {
        _console = console;
        _scene = scene;
    }

    /// <inheritdoc/>
    public void Show(RoundEvent happened) => _console.Out.WriteLine(EventJson.Of(happened, _scene.Round));

    /// <inheritdoc/>
    public void AskForEnter(string text)
    {
        if (_console.CanAsk)
            _console.Error.WriteLine(RoundWording.EnterAwaited(_scene.Round, text));
    }

    /// <inheritdoc/>
    public void EnterPressed()
    {
    }

    /// <inheritdoc/>
    public void Fail(RoundFailure failure)
    {
        _console.Out.WriteLine(EventJson.OfError(failure, _scene.Round));
        _console.Error.WriteLine(failure.Line);
    }

    /// <inheritdoc/>
    public void Leave()
    {
    }
}
