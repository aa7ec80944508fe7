namespace ActorClient.Terminal;

/// <summary>Waits for Enter, or for a line's end on an input that is no terminal.</summary>
internal sealed class EnterKey
{
    private readonly TextReader _input;
    private readonly Action _discardTyped;
    private bool _counts;

    /// <param name="input">What is read, from the first call of <see cref="PressedAsync"/> on.</param>
    /// <param name="discardTyped">Forgets what was typed and not read, if a person types there.</param>
    public EnterKey(TextReader input, Action discardTyped)
    {
        _input = input;
        _discardTyped = discardTyped;
    }

    /// <summary>
    /// Lets Enter count from now on. Only the first call forgets what was typed before: between two calls it counts already,
    /// for a person does not know when the program asks again.
    /// </summary>
    public void Count()
    {
        if (!_counts)
            _discardTyped();
        _counts = true;
    }

    /// <summary>Completes with the next line end; with false if the input has ended.</summary>
    /// <param name="stop">Ends the wait. Nothing can take the read back, but it does not keep the process.</param>
    public Task<bool> PressedAsync(CancellationToken stop)
    {
        var pressed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => pressed.TrySetResult(Read())) { IsBackground = true, Name = "enter" }.Start();
        return pressed.Task.WaitAsync(stop);
    }

    private bool Read()
    {
        try
        {
            return _input.ReadLine() is not null;
        }
        catch (IOException)
        {
            return false; // The terminal is gone: no line will end there.
        }
    }
}
