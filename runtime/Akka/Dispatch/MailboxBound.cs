namespace Akka.Dispatch;

/// <summary>The free places of a bounded mailbox. A sender that finds none waits, but not longer than the push timeout.</summary>
internal sealed class MailboxBound(int capacity, TimeSpan pushTimeout)
{
    private readonly SemaphoreSlim _places = new(capacity);
    private readonly TimeSpan _pushTimeout = pushTimeout < TimeSpan.Zero ? Timeout.InfiniteTimeSpan : pushTimeout;

    /// <summary>Takes a place.</summary>
    /// <returns>False if none became free in time.</returns>
    internal bool TryEnter() => _places.Wait(_pushTimeout);

    internal void Exit() => _places.Release();

    /// <summary>Lets every waiting sender through: the mailbox has closed.</summary>
    internal void Open() => _places.Release(int.MaxValue / 2);
}
