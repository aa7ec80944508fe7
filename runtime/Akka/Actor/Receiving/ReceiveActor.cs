namespace Akka.Actor;

/// <summary>
/// An actor whose behaviours are lists of handlers by message type, declared in the constructor and in Become. The first
/// handler that takes a message is the only one to see it; a message that none takes is unhandled.
/// </summary>
public abstract class ReceiveActor : UntypedActor
{
    private HandlerTable _handlers = new();

    // Where Receive adds: the first behaviour while the constructor runs, and any other while Become does.
    private HandlerTable? _open;

    /// <summary>Called by the runtime only.</summary>
    protected ReceiveActor() => _open = _handlers;

    internal override void Initialize()
    {
        base.Initialize();
        _open = null;
    }

    /// <inheritdoc/>
    protected sealed override void OnReceive(object message) => Dispatch(_handlers, message);

    /// <summary>Replaces the behaviour, from the next message on.</summary>
    /// <param name="configure">Declares the handlers.</param>
    protected void Become(Action configure)
    {
        var handlers = Declare(configure);
        base.Become((UntypedReceive)(message => Dispatch(handlers, message)));
    }

    /// <summary>Puts a behaviour on top of the present one, from the next message on.</summary>
    /// <param name="configure">Declares the handlers.</param>
    protected void BecomeStacked(Action configure)
    {
        var handlers = Declare(configure);
        base.BecomeStacked((UntypedReceive)(message => Dispatch(handlers, message)));
    }

    /// <summary>Handles messages of a type.</summary>
    /// <typeparam name="T">The type, or one it derives from, or an interface.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Whether the handler takes the message; null: always.</param>
    /// <exception cref="InvalidOperationException">Called outside of the constructor and Become, or after ReceiveAny.</exception>
    protected void Receive<T>(Action<T> handler, Predicate<T>? shouldHandle = null) =>
        Add(Matcher<T>.Action, handler, shouldHandle, TakesAll(shouldHandle));

    /// <inheritdoc cref="Receive{T}(Action{T}, Predicate{T}?)"/>
    protected void Receive<T>(Predicate<T> shouldHandle, Action<T> handler) => Receive(handler, shouldHandle);

    /// <summary>Handles those messages of a type for which the handler returns true.</summary>
    /// <typeparam name="T">The type, or one it derives from, or an interface.</typeparam>
    /// <param name="handler">The handler; false: the next handlers are tried.</param>
    /// <exception cref="InvalidOperationException">Called outside of the constructor and Become, or after ReceiveAny.</exception>
    protected void Receive<T>(Func<T, bool> handler) => Add(Matcher<T>.Function, handler, null);

    /// <summary>Handles messages of a type.</summary>
    /// <param name="messageType">The type, or one it derives from, or an interface.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Whether the handler takes the message; null: always.</param>
    /// <exception cref="InvalidOperationException">Called outside of the constructor and Become, or after ReceiveAny.</exception>
    protected void Receive(Type messageType, Action<object> handler, Predicate<object>? shouldHandle = null)
    {
        ArgumentNullException.ThrowIfNull(messageType);
        Receive(handler, message => messageType.IsInstanceOfType(message) && shouldHandle?.Invoke(message) != false);
    }

    /// <inheritdoc cref="Receive(Type, Action{object}, Predicate{object}?)"/>
    protected void Receive(Type messageType, Predicate<object> shouldHandle, Action<object> handler) =>
        Receive(messageType, handler, shouldHandle);

    /// <summary>Handles those messages of a type for which the handler returns true.</summary>
    /// <param name="messageType">The type, or one it derives from, or an interface.</param>
    /// <param name="handler">The handler; false: the next handlers are tried.</param>
    /// <exception cref="InvalidOperationException">Called outside of the constructor and Become, or after ReceiveAny.</exception>
    protected void Receive(Type messageType, Func<object, bool> handler)
    {
        ArgumentNullException.ThrowIfNull(messageType);
        ArgumentNullException.ThrowIfNull(handler);
        Receive<object>(message => messageType.IsInstanceOfType(message) && handler(message));
    }

    /// <summary>Handles every message that no handler before took. None can be added after it.</summary>
    /// <param name="handler">The handler.</param>
    /// <exception cref="InvalidOperationException">Called outside of the constructor and Become, or a second time.</exception>
    protected void ReceiveAny(Action<object> handler) => Add(Matcher<object>.Action, handler, null, takesAll: true);

    /// <summary>
    /// Handles messages of a type asynchronously: no other user message is processed until the task ends, and its failure is
    /// the actor's.
    /// </summary>
    /// <typeparam name="T">The type, or one it derives from, or an interface.</typeparam>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Whether the handler takes the message; null: always.</param>
    /// <exception cref="InvalidOperationException">Called outside of the constructor and Become, or after ReceiveAny.</exception>
    protected void ReceiveAsync<T>(Func<T, Task> handler, Predicate<T>? shouldHandle = null) =>
        Add(Matcher<T>.AsyncFunction, handler, shouldHandle, TakesAll(shouldHandle));

    /// <inheritdoc cref="ReceiveAsync{T}(Func{T, Task}, Predicate{T}?)"/>
    protected void ReceiveAsync<T>(Predicate<T> shouldHandle, Func<T, Task> handler) => ReceiveAsync(handler, shouldHandle);

    /// <summary>
    /// Handles messages of a type asynchronously: no other user message is processed until the task ends, and its failure is
    /// the actor's.
    /// </summary>
    /// <param name="messageType">The type, or one it derives from, or an interface.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="shouldHandle">Whether the handler takes the message; null: always.</param>
    /// <exception cref="InvalidOperationException">Called outside of the constructor and Become, or after ReceiveAny.</exception>
    protected void ReceiveAsync(Type messageType, Func<object, Task> handler, Predicate<object>? shouldHandle = null)
    {
        ArgumentNullException.ThrowIfNull(messageType);
        ReceiveAsync(handler, message => messageType.IsInstanceOfType(message) && shouldHandle?.Invoke(message) != false);
    }

    /// <inheritdoc cref="ReceiveAsync(Type, Func{object, Task}, Predicate{object}?)"/>
    protected void ReceiveAsync(Type messageType, Predicate<object> shouldHandle, Func<object, Task> handler) =>
        ReceiveAsync(messageType, handler, shouldHandle);

    /// <summary>Handles every message that no handler before took, asynchronously. None can be added after it.</summary>
    /// <param name="handler">The handler.</param>
    /// <exception cref="InvalidOperationException">Called outside of the constructor and Become, or a second time.</exception>
    protected void ReceiveAnyAsync(Func<object, Task> handler) =>
        Add(Matcher<object>.AsyncFunction, handler, null, takesAll: true);

    // Receive<object> without a predicate is ReceiveAny.
    private static bool TakesAll<T>(Predicate<T>? shouldHandle) => typeof(T) == typeof(object) && shouldHandle is null;

    private void Add(Matcher matcher, Delegate handler, Delegate? predicate, bool takesAll = false)
    {
        ArgumentNullException.ThrowIfNull(handler);
        if (_open is null)
        {
            throw new InvalidOperationException(
                "You may only call Receive-methods when constructing the actor and inside Become().");
        }

        _open.Add(matcher, handler, predicate, takesAll);
    }

    private HandlerTable Declare(Action configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var outer = _open;
        var handlers = new HandlerTable();
        _open = handlers;
        try
        {
            configure();
        }
        finally
        {
            _open = outer;
        }

        return handlers;
    }

    private void Dispatch(HandlerTable handlers, object message)
    {
        if (!handlers.TryHandle(message))
        {
            Unhandled(message);
        }
    }
}
