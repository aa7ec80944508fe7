namespace Akka.Actor;

/// <summary>Unwrapping messages.</summary>
public static class WrappedMessage
{
    /// <summary>The innermost message.</summary>
    /// <param name="message">A message, wrapped any number of times or not at all.</param>
    public static object Unwrap(object message)
    {
        while (message is IWrappedMessage wrapped)
        {
            message = wrapped.Message;
        }

        return message;
    }
}
