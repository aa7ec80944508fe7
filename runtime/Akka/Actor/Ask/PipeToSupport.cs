namespace Akka.Actor;

/// <summary>
/// Sends the outcome of a task to an actor: its result, or a <see cref="Status.Failure"/>. The way to wait for
/// something without holding up the mailbox.
/// </summary>
/// <remarks>
/// <c>Self</c> and <c>Sender</c> are to be read before the call, not in the functions it is given: these run on another
/// thread, when the actor may be at another message.
/// </remarks>
public static class PipeToSupport
{
    /// <summary>Sends the outcome of <paramref name="taskToPipe"/> to <paramref name="recipient"/>.</summary>
    /// <param name="taskToPipe">The task whose outcome is sent.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="sender">The sender the recipient sees; none by default.</param>
    /// <param name="success">Makes the message of the result; by default it is the result.</param>
    /// <param name="failure">
    /// Makes the message of the exception, also that of a cancelled task; by default a <see cref="Status.Failure"/>.
    /// </param>
    /// <returns>Ends when the message has been sent. Need not be awaited.</returns>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
        => Pipe(taskToPipe, recipient, false, sender, success, failure);

    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, IActorRef, Func{T, object}, Func{Exception, object})"/>
    /// <remarks>
    /// With <paramref name="useConfigureAwait"/> the functions run in the context of the caller: inside an actor, in
    /// that actor.
    /// </remarks>
    public static Task PipeTo<T>(
        this Task<T> taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
        => Pipe(taskToPipe, recipient, useConfigureAwait, sender, success, failure);

    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, IActorRef, Func{T, object}, Func{Exception, object})"/>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
        => Pipe(taskToPipe.AsTask(), recipient, false, sender, success, failure);

    /// <inheritdoc cref="PipeTo{T}(Task{T}, ICanTell, bool, IActorRef, Func{T, object}, Func{Exception, object})"/>
    public static Task PipeTo<T>(
        this ValueTask<T> taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender = null,
        Func<T, object>? success = null,
        Func<Exception, object>? failure = null)
        => Pipe(taskToPipe.AsTask(), recipient, useConfigureAwait, sender, success, failure);

    /// <summary>Sends the outcome of <paramref name="taskToPipe"/> to <paramref name="recipient"/>.</summary>
    /// <param name="taskToPipe">The task whose outcome is sent.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="sender">The sender the recipient sees; none by default.</param>
    /// <param name="success">Makes the message of a success; by default none is sent.</param>
    /// <param name="failure">
    /// Makes the message of the exception, also that of a cancelled task; by default a <see cref="Status.Failure"/>.
    /// </param>
    /// <returns>Ends when the message has been sent. Need not be awaited.</returns>
    public static Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
        => Pipe(taskToPipe, recipient, false, sender, success, failure);

    /// <inheritdoc cref="PipeTo(Task, ICanTell, IActorRef, Func{object}, Func{Exception, object})"/>
    /// <remarks>
    /// With <paramref name="useConfigureAwait"/> the functions run in the context of the caller: inside an actor, in
    /// that actor.
    /// </remarks>
    public static Task PipeTo(
        this Task taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
        => Pipe(taskToPipe, recipient, useConfigureAwait, sender, success, failure);

    /// <inheritdoc cref="PipeTo(Task, ICanTell, IActorRef, Func{object}, Func{Exception, object})"/>
    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
        => Pipe(taskToPipe.AsTask(), recipient, false, sender, success, failure);

    /// <inheritdoc cref="PipeTo(Task, ICanTell, bool, IActorRef, Func{object}, Func{Exception, object})"/>
    public static Task PipeTo(
        this ValueTask taskToPipe,
        ICanTell recipient,
        bool useConfigureAwait,
        IActorRef? sender = null,
        Func<object>? success = null,
        Func<Exception, object>? failure = null)
        => Pipe(taskToPipe.AsTask(), recipient, useConfigureAwait, sender, success, failure);

    private static async Task Pipe<T>(
        Task<T> task,
        ICanTell recipient,
        bool keepContext,
        IActorRef? sender,
        Func<T, object>? success,
        Func<Exception, object>? failure)
    {
        sender ??= ActorRefs.NoSender;
        try
        {
            var result = await task.ConfigureAwait(keepContext);
            recipient.Tell(success is null ? result! : success(result), sender);
        }
        catch (Exception cause)
        {
            recipient.Tell(FailureOf(cause, failure), sender);
        }
    }

    private static async Task Pipe(
        Task task,
        ICanTell recipient,
        bool keepContext,
        IActorRef? sender,
        Func<object>? success,
        Func<Exception, object>? failure)
    {
        sender ??= ActorRefs.NoSender;
        try
        {
            await task.ConfigureAwait(keepContext);
            if (success is not null)
                recipient.Tell(success(), sender);
        }
        catch (Exception cause)
        {
            recipient.Tell(FailureOf(cause, failure), sender);
        }
    }

    private static object FailureOf(Exception cause, Func<Exception, object>? failure)
        => failure is null ? new Status.Failure(cause) : failure(cause);
}
