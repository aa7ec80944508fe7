namespace Akka.Event;

public static partial class LoggingExtensions
{
    /// <summary>Logs a debug message as it is.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="format">The text; braces in it mean nothing.</param>
    public static void Debug(this ILoggingAdapter log, string format)
    {
        if (log.IsDebugEnabled)
            log.Log(LogLevel.DebugLevel, null, format);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, string)"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Debug(this ILoggingAdapter log, Exception? cause, string format)
    {
        if (log.IsDebugEnabled)
            log.Log(LogLevel.DebugLevel, cause, format);
    }

    /// <summary>Logs a debug message with arguments, which are put in only if it is written.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="format">The text, with <c>{0}</c> where the first argument goes.</param>
    /// <param name="args">The arguments.</param>
    public static void Debug(this ILoggingAdapter log, string format, object[] args)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, null, format, args);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, string, object[])"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Debug(this ILoggingAdapter log, Exception? cause, string format, object[] args)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, cause, format, args);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, string, object[])"/>
    public static void Debug<T1>(this ILoggingAdapter log, string format, T1 arg1)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, null, format, [arg1]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, Exception, string, object[])"/>
    public static void Debug<T1>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, cause, format, [arg1]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, string, object[])"/>
    public static void Debug<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, null, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, Exception, string, object[])"/>
    public static void Debug<T1, T2>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, cause, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, string, object[])"/>
    public static void Debug<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, null, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, Exception, string, object[])"/>
    public static void Debug<T1, T2, T3>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, cause, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, string, object[])"/>
    public static void Debug<T1, T2, T3, T4>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, null, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, Exception, string, object[])"/>
    public static void Debug<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, cause, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, string, object[])"/>
    public static void Debug<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, null, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, Exception, string, object[])"/>
    public static void Debug<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, cause, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, string, object[])"/>
    public static void Debug<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, null, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    /// <inheritdoc cref="Debug(ILoggingAdapter, Exception, string, object[])"/>
    public static void Debug<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsDebugEnabled)
            log.Write(LogLevel.DebugLevel, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }
}
