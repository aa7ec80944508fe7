namespace Akka.Actor;

/// <summary>Asking an actor a question and waiting for the first answer, without being an actor.</summary>
/// <remarks>
/// The task fails with <see cref="AskTimeoutException"/> if no answer comes in time, with the cause of a
/// <see cref="Status.Failure"/> unless that very type was asked for, and with <see cref="ArgumentException"/> if the answer
/// is of another type. It is cancelled by the token. A null timeout is <c>akka.actor.ask-timeout</c>; a timeout of zero or
/// less means none.
/// </remarks>
public static class Futures
{
    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; null for the configured time.</param>
    public static Task<object> Ask(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<object>(message, timeout, CancellationToken.None);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static Task<object> Ask(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<object>(message, null, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; null for the configured time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static Task<object> Ask(
        this ICanTell self,
        object message,
        TimeSpan? timeout,
        CancellationToken cancellationToken) =>
        self.Ask<object>(message, timeout, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; null for the configured time.</param>
    public static Task<T> Ask<T>(this ICanTell self, object message, TimeSpan? timeout = null) =>
        self.Ask<T>(message, timeout, CancellationToken.None);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static Task<T> Ask<T>(this ICanTell self, object message, CancellationToken cancellationToken) =>
        self.Ask<T>(message, null, cancellationToken);

    /// <inheritdoc cref="Ask{T}(ICanTell, Func{IActorRef, object}, TimeSpan?, CancellationToken)"/>
    /// <param name="self">Whom to ask.</param>
    /// <param name="message">The question.</param>
    /// <param name="timeout">How long to wait; null for the configured time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static Task<T> Ask<T>(
        this ICanTell self,
        object message,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        var future = NewFuture<T>(self, timeout, cancellationToken);
        self.Tell(message, future);
        return future.Task;
    }

    /// <summary>Sends a question; the first message told to its sender is the answer.</summary>
    /// <typeparam name="T">The type of the answer.</typeparam>
    /// <param name="self">Whom to ask.</param>
    /// <param name="messageFactory">Makes the question out of the reference that awaits the answer.</param>
    /// <param name="timeout">How long to wait; null for the configured time.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The answer. Its continuations run on the thread pool, never in the answering actor's turn.</returns>
    /// <exception cref="ArgumentException">The receiver belongs to no actor system.</exception>
    public static Task<T> Ask<T>(
        this ICanTell self,
        Func<IActorRef, object> messageFactory,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(messageFactory);
        var future = NewFuture<T>(self, timeout, cancellationToken);
        self.Tell(messageFactory(future), future);
        return future.Task;
    }

    private static FutureActorRef<T> NewFuture<T>(ICanTell target, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var provider = ProviderOf(target);
        var future = new FutureActorRef<T>(provider);
        future.EndAfter(timeout ?? provider.Settings.AskTimeout, cancellationToken);
        return future;
    }

    private static IActorRefProvider ProviderOf(ICanTell target) =>
        target switch
        {
            ActorSelection selection => ProviderOf(selection.Anchor),
            IInternalActorRef actor and not Nobody => actor.Provider,
            _ => ActorCell.Current?.SystemImpl.Provider
                ?? throw new ArgumentException("Unable to resolve the target Provider", nameof(target)),
        };
}
