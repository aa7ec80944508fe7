namespace Akka.Event;

public static partial class LoggingExtensions
{
    /// <summary>Logs a warning as it is.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="format">The text; braces in it mean nothing.</param>
    public static void Warning(this ILoggingAdapter log, string format)
    {
        if (log.IsWarningEnabled)
            log.Log(LogLevel.WarningLevel, null, format);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, string)"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Warning(this ILoggingAdapter log, Exception? cause, string format)
    {
        if (log.IsWarningEnabled)
            log.Log(LogLevel.WarningLevel, cause, format);
    }

    /// <summary>Logs a warning with arguments, which are put in only if it is written.</summary>
    /// <param name="log">The logging adapter.</param>
    /// <param name="format">The text, with <c>{0}</c> where the first argument goes.</param>
    /// <param name="args">The arguments.</param>
    public static void Warning(this ILoggingAdapter log, string format, object[] args)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, null, format, args);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, string, object[])"/>
    /// <remarks><paramref name="cause"/> is an exception to log with it.</remarks>
    public static void Warning(this ILoggingAdapter log, Exception? cause, string format, object[] args)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, cause, format, args);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, string, object[])"/>
    public static void Warning<T1>(this ILoggingAdapter log, string format, T1 arg1)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, null, format, [arg1]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, Exception, string, object[])"/>
    public static void Warning<T1>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, cause, format, [arg1]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, string, object[])"/>
    public static void Warning<T1, T2>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, null, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, Exception, string, object[])"/>
    public static void Warning<T1, T2>(this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, cause, format, [arg1, arg2]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, string, object[])"/>
    public static void Warning<T1, T2, T3>(this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, null, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, Exception, string, object[])"/>
    public static void Warning<T1, T2, T3>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, cause, format, [arg1, arg2, arg3]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, string, object[])"/>
    public static void Warning<T1, T2, T3, T4>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, null, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, Exception, string, object[])"/>
    public static void Warning<T1, T2, T3, T4>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, cause, format, [arg1, arg2, arg3, arg4]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, string, object[])"/>
    public static void Warning<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, null, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, Exception, string, object[])"/>
    public static void Warning<T1, T2, T3, T4, T5>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, cause, format, [arg1, arg2, arg3, arg4, arg5]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, string, object[])"/>
    public static void Warning<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, null, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }

    /// <inheritdoc cref="Warning(ILoggingAdapter, Exception, string, object[])"/>
    public static void Warning<T1, T2, T3, T4, T5, T6>(
        this ILoggingAdapter log, Exception? cause, string format, T1 arg1, T2 arg2, T3 arg3, T4 arg4, T5 arg5, T6 arg6)
    {
        if (log.IsWarningEnabled)
            log.Write(LogLevel.WarningLevel, cause, format, [arg1, arg2, arg3, arg4, arg5, arg6]);
    }
}
