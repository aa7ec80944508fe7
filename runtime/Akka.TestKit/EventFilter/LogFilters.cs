using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Makes filters.</summary>
internal static class LogFilters
{
    public static LogFilter Of<TEvent>(LogText text)
        where TEvent : LogEvent =>
        new(typeof(TEvent).Name + text, logEvent => logEvent is TEvent && text.Matches(logEvent, logEvent.Message));

    /// <summary>Errors; their text is the message, or that of the exception.</summary>
    public static LogFilter OfError(LogText text) =>
        new($"Error{text}", logEvent => logEvent is Error && text.Matches(logEvent, Texts(logEvent, logEvent.Cause)));

    /// <summary>Errors with an exception of the type; with inner ones, also those that it was caused by.</summary>
    public static LogFilter OfException(Type type, LogText text, bool withInner)
    {
        if (!type.IsAssignableTo(typeof(Exception)))
            throw new ArgumentException($"{type} is not an exception.", nameof(type));

        return new LogFilter(
            $"Error with {type.Name}{text}",
            logEvent => logEvent is Error
                && Causes(logEvent.Cause, withInner).Any(
                    cause => type.IsInstanceOfType(cause) && text.Matches(logEvent, Texts(logEvent, cause))));
    }

    /// <summary>Dead letters, which the listener shows as warnings from their recipient.</summary>
    public static LogFilter OfDeadLetter(string description, Predicate<object> isMessage, LogText text) =>
        new(
            $"{description}{text}",
            logEvent => logEvent is Warning { Message: DeadLetter letter }
                && isMessage(letter.Message)
                && text.Matches(logEvent, letter.Message));

    private static IEnumerable<object?> Texts(LogEvent logEvent, Exception? cause) =>
        cause is null ? [logEvent.Message] : [logEvent.Message, cause.Message];

    private static IEnumerable<Exception> Causes(Exception? cause, bool withInner)
    {
        for (; cause is not null; cause = withInner ? cause.InnerException : null)
            yield return cause;
    }
}
