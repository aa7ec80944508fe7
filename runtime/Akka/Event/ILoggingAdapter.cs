namespace Akka.Event;

/// <summary>
/// What one source logs with. See <see cref="LoggingExtensions"/> for the methods that are normally called. Logging
/// never waits for a logger.
/// </summary>
public interface ILoggingAdapter
{
    /// <summary>Puts the arguments of messages into their formats.</summary>
    ILogMessageFormatter Formatter { get; }

    /// <summary>Whether debug messages go anywhere.</summary>
    bool IsDebugEnabled { get; }

    /// <summary>Whether info messages go anywhere.</summary>
    bool IsInfoEnabled { get; }

    /// <summary>Whether warnings go anywhere.</summary>
    bool IsWarningEnabled { get; }

    /// <summary>Whether errors go anywhere.</summary>
    bool IsErrorEnabled { get; }

    /// <summary>Whether messages of a level go anywhere.</summary>
    bool IsEnabled(LogLevel logLevel);

    /// <summary>Logs a text as it is, whatever the level.</summary>
    /// <param name="logLevel">How severe it is.</param>
    /// <param name="cause">An exception to log with it.</param>
    /// <param name="format">The text; braces in it mean nothing.</param>
    void Log(LogLevel logLevel, Exception? cause, string format);

    /// <summary>Logs a message, whatever the level.</summary>
    /// <param name="logLevel">How severe it is.</param>
    /// <param name="cause">An exception to log with it.</param>
    /// <param name="message">The message; it is formatted by the logger that writes it.</param>
    void Log(LogLevel logLevel, Exception? cause, LogMessage message);
}
