namespace Akka.Event;

public static partial class LoggingExtensions
{
    /// <summary>Logs an info message as it is.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="format">The text; braces in it mean nothing.</param>
    public static void Info(this ILoggingAdapter log, string format)
    {
        if (log.IsInfoEnabled)
            log.Log(LogLevel.InfoLevel, null, format);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, string)"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Info(this ILoggingAdapter log, Exception? cause, string format)
    {
        if (log.IsInfoEnabled)
            log.Log(LogLevel.InfoLevel, cause, format);
    }

    /// <summary>Logs an info message with arguments, which are put in only if it is written.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="format">The text, with <c>{0}</c> where the first argument goes.</param>
    /// <param name="args">The arguments.</param>
    public static void Info(this ILoggingAdapter log, string format, object[] args)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, null, format, args);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, string, object[])"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Info(this ILoggingAdapter log, Exception? cause, string format, object[] args)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, cause, format, args);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, string, object[])"/>
    public static void Info<T1>(this ILoggingAdapter log, string format, T1 arg1)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, null, format, [arg1]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, Exception, string, object[])"/>
    public static void Info<T1>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, cause, format, [arg1]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, string, object[])"/>
    public static void Info<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, null, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, Exception, string, object[])"/>
    public static void Info<T1, T2>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, cause, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, string, object[])"/>
    public static void Info<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, null, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, Exception, string, object[])"/>
    public static void Info<T1, T2, T3>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, string, object[])"/>
    public static void Info<T1, T2, T3, T4>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, Exception, string, object[])"/>
    public static void Info<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, string, object[])"/>
    public static void Info<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, Exception, string, object[])"/>
    public static void Info<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, string, object[])"/>
    public static void Info<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, null, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    /// <inheritdoc cref="Info(ILoggingAdapter, Exception, string, object[])"/>
    public static void Info<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsInfoEnabled)
            log.Write(LogLevel.InfoLevel, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }
}
