namespace Akka.Actor;

/// <summary>Additions to <see cref="ICancelable"/>.</summary>
public static class CancelableExtensions
{
    /// <summary>Cancels, if there is anything to cancel.</summary>
    public static void CancelIfNotNull(this ICancelable? cancelable) => cancelable?.Cancel();
}
