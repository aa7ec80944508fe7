namespace ActorClient.Hosting;

/// <summary>When the program ends and with which exit code: the first to say so decides. Thread-safe.</summary>
internal sealed class ProgramExit
{
    private readonly TaskCompletionSource<int> _code = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The exit code, once it is time to end.</summary>
    public Task<int> Code => _code.Task;

    /// <summary>Ends the program; false if it was to end already.</summary>
    public bool TrySet(int code) => _code.TrySetResult(code);
}
