using Akka.Actor;

namespace StampedTcp.Tests.Support;

/// <summary>Can be cancelled, and counts how often it is asked whether it was, after it was.</summary>
internal sealed class Cancellation : ICancelable
{
    private volatile bool _isCancelled;
    private int _looks;

    public int LooksAfterCancel => Volatile.Read(ref _looks);

    public CancellationToken Token => throw new NotSupportedException();

    public bool IsCancellationRequested
    {
        get
        {
            if (_isCancelled)
                Interlocked.Increment(ref _looks);
            return _isCancelled;
        }
    }

    public void Cancel() => _isCancelled = true;

    public void Cancel(bool throwOnFirstException) => Cancel();

    public void CancelAfter(TimeSpan delay) => throw new NotSupportedException();

    public void CancelAfter(int millisecondsDelay) => throw new NotSupportedException();
}
