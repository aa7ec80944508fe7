namespace Akka.Actor;

/// <summary>The ordinary <see cref="ICancelable"/>.</summary>
/// <remarks>
/// Most cancelables belong to one timer and nobody asks for their token: the token source is made on demand.
/// </remarks>
public class Cancelable : ICancelable, IDisposable
{
    private readonly IActionScheduler _scheduler;
    private CancellationTokenSource? _source;
    private ScheduledWork? _work;
    private volatile bool _canceled;
    private volatile bool _disposed;

    /// <summary>Creates a cancelable.</summary>
    /// <param name="scheduler">Whose time <see cref="CancelAfter(TimeSpan)"/> goes by.</param>
    public Cancelable(IActionScheduler scheduler) => _scheduler = scheduler;

    /// <inheritdoc cref="Cancelable(IActionScheduler)"/>
    public Cancelable(IScheduler scheduler) : this(scheduler.Advanced)
    {
    }

    /// <summary>Creates a cancelable that cancels itself.</summary>
    /// <param name="scheduler">Whose time the delay goes by.</param>
    /// <param name="delay">Zero or more.</param>
    public Cancelable(IActionScheduler scheduler, TimeSpan delay) : this(scheduler) => CancelAfter(delay);

    /// <inheritdoc cref="Cancelable(IActionScheduler, TimeSpan)"/>
    public Cancelable(IScheduler scheduler, TimeSpan delay) : this(scheduler.Advanced, delay)
    {
    }

    /// <inheritdoc cref="Cancelable(IActionScheduler, TimeSpan)"/>
    /// <param name="scheduler">Whose time the delay goes by.</param>
    /// <param name="millisecondsDelay">Milliseconds, zero or more.</param>
    public Cancelable(IScheduler scheduler, int millisecondsDelay)
        : this(scheduler.Advanced, TimeSpan.FromMilliseconds(millisecondsDelay))
    {
    }

    private Cancelable(IActionScheduler scheduler, CancellationTokenSource source) : this(scheduler)
    {
        _source = source;
    }

    /// <inheritdoc/>
    public bool IsCancellationRequested => _canceled || _source is { IsCancellationRequested: true };

    /// <summary>Whether <see cref="Dispose()"/> has been called.</summary>
    public bool IsDisposed => _disposed;

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">It has been disposed.</exception>
    public CancellationToken Token
    {
        get
        {
            if (_source is null)
            {
                ObjectDisposedException.ThrowIf(_disposed, this);
                var made = new CancellationTokenSource();
                // Cancel sets _canceled before it looks for a source, so one of the two cancels it.
                if (Interlocked.CompareExchange(ref _source, made, null) is null && _canceled)
                    made.Cancel();
            }

            return _source.Token;
        }
    }

    /// <summary>A cancelable that has been cancelled already.</summary>
    public static ICancelable CreateCanceled() => new Canceled();

    /// <summary>A cancelable that is also cancelled when any of <paramref name="cancelables"/> is.</summary>
    public static ICancelable CreateLinkedCancelable(IScheduler scheduler, params ICancelable[] cancelables)
        => CreateLinkedCancelable(scheduler.Advanced, cancelables);

    /// <inheritdoc cref="CreateLinkedCancelable(IScheduler, ICancelable[])"/>
    public static ICancelable CreateLinkedCancelable(IActionScheduler scheduler, params ICancelable[] cancelables)
        => CreateLinkedCancelable(scheduler, Array.ConvertAll(cancelables, cancelable => cancelable.Token));

    /// <summary>A cancelable that is also cancelled when any of <paramref name="cancellationTokens"/> is.</summary>
    public static ICancelable CreateLinkedCancelable(
        IScheduler scheduler, params CancellationToken[] cancellationTokens)
        => CreateLinkedCancelable(scheduler.Advanced, cancellationTokens);

    /// <inheritdoc cref="CreateLinkedCancelable(IScheduler, CancellationToken[])"/>
    public static ICancelable CreateLinkedCancelable(
        IActionScheduler scheduler, params CancellationToken[] cancellationTokens)
        => new Cancelable(scheduler, CancellationTokenSource.CreateLinkedTokenSource(cancellationTokens));

    /// <inheritdoc/>
    public void Cancel() => Cancel(throwOnFirstException: false);

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">It has been disposed.</exception>
    public void Cancel(bool throwOnFirstException)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        _canceled = true;
        Interlocked.Exchange(ref _work, null)?.Drop();
        Volatile.Read(ref _source)?.Cancel(throwOnFirstException);
    }

    /// <inheritdoc/>
    public void CancelAfter(TimeSpan delay)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (!IsCancellationRequested)
            _scheduler.ScheduleOnce(delay, CancelUnlessDisposed);
    }

    /// <inheritdoc/>
    public void CancelAfter(int millisecondsDelay) => CancelAfter(TimeSpan.FromMilliseconds(millisecondsDelay));

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the token source. Does not cancel.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing || _disposed)
            return;

        _disposed = true;
        Volatile.Read(ref _source)?.Dispose();
    }

    /// <summary>
    /// Takes <paramref name="work"/> out of its scheduler's queue when this is cancelled. One work at a time has this
    /// favour; any other stays in its queue until it falls due and finds itself cancelled.
    /// </summary>
    internal void Attach(ScheduledWork work) => Interlocked.CompareExchange(ref _work, work, null);

    /// <summary>Lets another work have the favour.</summary>
    internal void Detach(ScheduledWork work) => Interlocked.CompareExchange(ref _work, null, work);

    private void CancelUnlessDisposed()
    {
        if (!_disposed)
            Cancel();
    }

    private sealed class Canceled : ICancelable
    {
        public bool IsCancellationRequested => true;

        public CancellationToken Token { get; } = new(canceled: true);

        public void Cancel()
        {
        }

        public void Cancel(bool throwOnFirstException)
        {
        }

        public void CancelAfter(TimeSpan delay)
        {
        }

        public void CancelAfter(int millisecondsDelay)
        {
        }
    }
}
