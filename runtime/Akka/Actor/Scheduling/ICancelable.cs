namespace Akka.Actor;

/// <summary>A handle to call something off, such as scheduled work. Thread safe.</summary>
public interface ICancelable
{
    /// <summary>Whether it has been cancelled; it never becomes uncancelled.</summary>
    bool IsCancellationRequested { get; }

    /// <summary>A token that is cancelled together with this.</summary>
    CancellationToken Token { get; }

    /// <summary>Cancels. Cancelling twice does nothing.</summary>
    void Cancel();

    /// <summary>Cancels and runs the callbacks registered on <see cref="Token"/>.</summary>
    /// <param name="throwOnFirstException">
    /// Whether the first callback that throws ends the call with its exception; otherwise all run and their exceptions
    /// are thrown together.
    /// </param>
    void Cancel(bool throwOnFirstException);

    /// <summary>Cancels after <paramref name="delay"/>.</summary>
    /// <param name="delay">Zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    void CancelAfter(TimeSpan delay);

    /// <inheritdoc cref="CancelAfter(TimeSpan)"/>
    /// <remarks><paramref name="millisecondsDelay"/> is in milliseconds.</remarks>
    void CancelAfter(int millisecondsDelay);
}
