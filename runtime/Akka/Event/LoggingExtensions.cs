namespace Akka.Event;

/// <summary>
/// The methods that log. What is below the level of the adapter costs a comparison: no argument is boxed and nothing is
/// formatted.
/// </summary>
public static partial class LoggingExtensions
{
    /// <summary>Logs a text as it is, at a level.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="level">How severe it is.</param>
    /// <param name="format">The text; braces in it mean nothing.</param>
    public static void Log(this ILoggingAdapter log, LogLevel level, string format)
    {
        if (log.IsEnabled(level))
            log.Log(level, null, format);
    }

    /// <summary>Logs a message with arguments, at a level.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="level">How severe it is.</param>
    /// <param name="format">The text, with <c>{0}</c> where the first argument goes.</param>
    /// <param name="args">The arguments.</param>
    public static void Log(this ILoggingAdapter log, LogLevel level, string format, object[] args)
    {
        if (log.IsEnabled(level))
            log.Write(level, null, format, args);
    }

    /// <inheritdoc cref="Log(ILoggingAdapter, LogLevel, string, object[])"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Log(this ILoggingAdapter log, LogLevel level, Exception? cause, string format, object[] args)
    {
        if (log.IsEnabled(level))
            log.Write(level, cause, format, args);
    }

    /// <inheritdoc cref="Log(ILoggingAdapter, LogLevel, Exception, string, object[])"/>
    public static void Log<T1>(
        this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1)
    {
        if (log.IsEnabled(logLevel))
            log.Write(logLevel, cause, format, [arg1]);
    }

    /// <inheritdoc cref="Log(ILoggingAdapter, LogLevel, Exception, string, object[])"/>
    public static void Log<T1, T2>(
        this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsEnabled(logLevel))
            log.Write(logLevel, cause, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Log(ILoggingAdapter, LogLevel, Exception, string, object[])"/>
    public static void Log<T1, T2, T3>(
        this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsEnabled(logLevel))
            log.Write(logLevel, cause, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Log(ILoggingAdapter, LogLevel, Exception, string, object[])"/>
    public static void Log<T1, T2, T3, T4>(
        this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format,
        T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsEnabled(logLevel))
            log.Write(logLevel, cause, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Log(ILoggingAdapter, LogLevel, Exception, string, object[])"/>
    public static void Log<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format,
        T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsEnabled(logLevel))
            log.Write(logLevel, cause, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Log(ILoggingAdapter, LogLevel, Exception, string, object[])"/>
    public static void Log<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, LogLevel logLevel, Exception? cause, string format,
        T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsEnabled(logLevel))
            log.Write(logLevel, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    private static void Write(
        this ILoggingAdapter log, LogLevel level, Exception? cause, string format, object?[] arguments)
        => log.Log(level, cause, new FormattedLogMessage(log.Formatter, format, arguments));
}
