namespace ActorClient.Terminal.Rounds;

/// <summary>
/// One line on the terminal that says how it stands, until there is the verdict. What stays is on standard output, and the
/// places.
/// </summary>
internal sealed class LiveRoundView : IRoundView
{
    private readonly ClientConsole _console;
    private readonly RoundScene _scene;
    private readonly LiveLine _line;
    private readonly Lock _lock = new();
    private RoundStatus _status;
    private bool _isMessageShown;
    private bool _isOver;

    /// <param name="console">Its standard error is a terminal that rewrites lines.</param>
    /// <param name="scene">What is shown.</param>
    public LiveRoundView(ClientConsole console, RoundScene scene)
    {
        _console = console;
        _scene = scene;
        _line = new LiveLine(console.Error, console.Width);
        _status = new RoundStatus(scene.Round, scene.Server);
    }

    /// <inheritdoc/>
    public void Show(RoundEvent happened)
    {
        lock (_lock)
        {
            _status = _status.After(happened);
            switch (happened)
            {
                case RoundEvent.Decided { Verdict: var verdict } decided:
                    End();
                    if (decided.WasDecidedBefore)
                        _console.Error.WriteLine(RoundWording.DecidedBefore(_scene.Round));
                    Places.Write(verdict, _console.Error, _console.ErrorTraits, _console.Width());
                    _console.Out.WriteLine(verdict.Sentence);
                    return;
                case RoundEvent.Expired:
                    End();
                    _console.Error.WriteLine(RoundWording.Expired(_scene.Round));
                    return;
                case RoundEvent.Sent when !_isMessageShown:
                    _line.Clear();
                    _console.Out.WriteLine(_scene.Message);
                    _isMessageShown = true;
                    break;
                case RoundEvent.Refused refused:
                    _line.Clear();
                    _console.Error.WriteLine(refused.Error);
                    break;
            }

            _line.Show(_status.Text);
        }
    }

    /// <inheritdoc/>
    /// <remarks>May come late: Enter and the round are waited for at the same time.</remarks>
    public void AskForEnter(string text)
    {
        lock (_lock)
        {
            _status = _status.Asking(text);
            if (!_isOver)
                _line.Show(_status.Text);
        }
    }

    /// <inheritdoc/>
    public void EnterPressed()
    {
        if (!_console.CanAsk)
            return;
        lock (_lock)
            _line.Leave();
    }

    /// <inheritdoc/>
    public void Fail(RoundFailure failure)
    {
        lock (_lock)
        {
            End();
            _console.Error.WriteLine(failure.Line);
        }
    }

    /// <inheritdoc/>
    public void Leave()
    {
        lock (_lock)
            End();
    }

    private void End()
    {
        _line.Clear();
        _isOver = true;
    }
}
