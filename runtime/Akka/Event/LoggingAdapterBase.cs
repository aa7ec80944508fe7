namespace Akka.Event;

/// <summary>What logging adapters share.</summary>
public abstract class LoggingAdapterBase : ILoggingAdapter
{
    /// <summary>Creates the adapter.</summary>
    protected LoggingAdapterBase(ILogMessageFormatter logMessageFormatter)
    {
        ArgumentNullException.ThrowIfNull(logMessageFormatter);
        Formatter = logMessageFormatter;
    }

    /// <inheritdoc/>
    public ILogMessageFormatter Formatter { get; }

    /// <inheritdoc/>
    public abstract bool IsDebugEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsInfoEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsWarningEnabled { get; }

    /// <inheritdoc/>
    public abstract bool IsErrorEnabled { get; }

    /// <inheritdoc/>
    public bool IsEnabled(LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => IsDebugEnabled,
        LogLevel.InfoLevel => IsInfoEnabled,
        LogLevel.WarningLevel => IsWarningEnabled,
        LogLevel.ErrorLevel => IsErrorEnabled,
        _ => throw new NotSupportedException($"There is no log level {logLevel}.")
    };

    /// <inheritdoc/>
    public void Log(LogLevel logLevel, Exception? cause, string format) => NotifyLog(logLevel, format, cause);

    /// <inheritdoc/>
    public void Log(LogLevel logLevel, Exception? cause, LogMessage message) => NotifyLog(logLevel, message, cause);

    /// <summary>Passes on what is logged.</summary>
    /// <param name="logLevel">How severe it is.</param>
    /// <param name="message">A text or a <see cref="LogMessage"/>.</param>
    /// <param name="cause">An exception to log with it.</param>
    protected abstract void NotifyLog(LogLevel logLevel, object message, Exception? cause = null);
}
