using System.Runtime.CompilerServices;

namespace Akka.Actor;

/// <summary>Knows the type of a handler: whether it takes a message, and how to call it. Shared by all actors.</summary>
internal abstract class Matcher
{
    internal abstract bool TryHandle(object message, Delegate handler, Delegate? predicate);
}

/// <summary>The matchers for handlers of one message type.</summary>
internal abstract class Matcher<T> : Matcher
{
    internal static Matcher Action { get; } = new ActionMatcher();

    internal static Matcher Function { get; } = new FunctionMatcher();

    internal static Matcher AsyncFunction { get; } = new AsyncFunctionMatcher();

    internal sealed override bool TryHandle(object message, Delegate handler, Delegate? predicate) =>
        message is T typed
        && (predicate is null || Unsafe.As<Predicate<T>>(predicate)(typed))
        && Handle(typed, handler);

    private protected abstract bool Handle(T message, Delegate handler);

    private sealed class ActionMatcher : Matcher<T>
    {
        private protected override bool Handle(T message, Delegate handler)
        {
            Unsafe.As<Action<T>>(handler)(message);
            return true;
        }
    }

    private sealed class FunctionMatcher : Matcher<T>
    {
        private protected override bool Handle(T message, Delegate handler) => Unsafe.As<Func<T, bool>>(handler)(message);
    }

    private sealed class AsyncFunctionMatcher : Matcher<T>
    {
        private protected override bool Handle(T message, Delegate handler)
        {
            ActorCell.Current!.RunTask(Unsafe.As<Func<T, Task>>(handler), message);
            return true;
        }
    }
}
