using System.Text;

namespace ActorArbiter.Tests.Transcript;

/// <summary>Where the reader does not read: a write returns when the test says so.</summary>
internal sealed class StalledWriter : TextWriter
{
    private readonly StringBuilder _text = new();
    private readonly ManualResetEventSlim _release = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _flushed = new(0);

    /// <summary>Completes when the first write has begun.</summary>
    public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(15));

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(string? value)
    {
        _reached.TrySetResult();
        _release.Wait();
        _text.Append(value);
    }

    public override void Flush() => _flushed.Release();

    /// <summary>The reader reads on; completes when all that was written until then has gone through.</summary>
    public Task ReleaseAsync()
    {
        _release.Set();
        return _flushed.WaitAsync(TimeSpan.FromSeconds(15));
    }

    public override string ToString() => _text.ToString();
}
