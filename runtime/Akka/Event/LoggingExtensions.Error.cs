namespace Akka.Event;

public static partial class LoggingExtensions
{
    /// <summary>Logs an error as it is.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="format">The text; braces in it mean nothing.</param>
    public static void Error(this ILoggingAdapter log, string format)
    {
        if (log.IsErrorEnabled)
            log.Log(LogLevel.ErrorLevel, null, format);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, string)"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Error(this ILoggingAdapter log, Exception? cause, string format)
    {
        if (log.IsErrorEnabled)
            log.Log(LogLevel.ErrorLevel, cause, format);
    }

    /// <summary>Logs an error with arguments, which are put in only if it is written.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="format">The text, with <c>{0}</c> where the first argument goes.</param>
    /// <param name="args">The arguments.</param>
    public static void Error(this ILoggingAdapter log, string format, object[] args)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, null, format, args);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, string, object[])"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Error(this ILoggingAdapter log, Exception? cause, string format, object[] args)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, cause, format, args);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, string, object[])"/>
    public static void Error<T1>(this ILoggingAdapter log, string format, T1 arg1)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, null, format, [arg1]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, Exception, string, object[])"/>
    public static void Error<T1>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, cause, format, [arg1]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, string, object[])"/>
    public static void Error<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, null, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, Exception, string, object[])"/>
    public static void Error<T1, T2>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, cause, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, string, object[])"/>
    public static void Error<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, null, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, Exception, string, object[])"/>
    public static void Error<T1, T2, T3>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, cause, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, string, object[])"/>
    public static void Error<T1, T2, T3, T4>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, null, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, Exception, string, object[])"/>
    public static void Error<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, cause, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, string, object[])"/>
    public static void Error<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, null, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, Exception, string, object[])"/>
    public static void Error<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, cause, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, string, object[])"/>
    public static void Error<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, null, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    /// <inheritdoc cref="Error(ILoggingAdapter, Exception, string, object[])"/>
    public static void Error<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsErrorEnabled)
            log.Write(LogLevel.ErrorLevel, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }
}
