using Akka.Actor;

namespace Akka.Event;

/// <summary>Publishes what is logged on a <see cref="LoggingBus"/>.</summary>
public sealed class BusLogging : LoggingAdapterBase
{
    // A text, or the path of an actor: its text is made when something is logged, which for most actors is never.
    private object _logSource;

    /// <summary>Creates the adapter of one source.</summary>
    /// <param name="bus">Where log events are published.</param>
    /// <param name="logSource">Their <see cref="LogEvent.LogSource"/>.</param>
    /// <param name="logClass">Their <see cref="LogEvent.LogClass"/>.</param>
    /// <param name="logMessageFormatter">Puts arguments into formats.</param>
    public BusLogging(LoggingBus bus, string logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
        : base(logMessageFormatter)
    {
        Bus = bus;
        _logSource = logSource;
        LogClass = logClass;
    }

    internal BusLogging(LoggingBus bus, ActorPath logSource, Type logClass, ILogMessageFormatter logMessageFormatter)
        : base(logMessageFormatter)
    {
        Bus = bus;
        _logSource = logSource;
        LogClass = logClass;
    }

    /// <summary>Where log events are published. Its level decides what is enabled.</summary>
    public LoggingBus Bus { get; }

    /// <summary>The <see cref="LogEvent.LogSource"/> of the events.</summary>
    public string LogSource
    {
        get
        {
            if (_logSource is not string text)
                _logSource = text = _logSource.ToString()!;
            return text;
        }
    }

    /// <summary>The <see cref="LogEvent.LogClass"/> of the events.</summary>
    public Type LogClass { get; }

    /// <inheritdoc/>
    public override bool IsDebugEnabled => Bus.LogLevel <= LogLevel.DebugLevel;

    /// <inheritdoc/>
    public override bool IsInfoEnabled => Bus.LogLevel <= LogLevel.InfoLevel;

    /// <inheritdoc/>
    public override bool IsWarningEnabled => Bus.LogLevel <= LogLevel.WarningLevel;

    /// <inheritdoc/>
    public override bool IsErrorEnabled => Bus.LogLevel <= LogLevel.ErrorLevel;

    /// <inheritdoc/>
    protected override void NotifyLog(LogLevel logLevel, object message, Exception? cause = null)
        => Bus.Publish(logLevel switch
        {
            LogLevel.DebugLevel => new Debug(cause, LogSource, LogClass, message),
            LogLevel.InfoLevel => new Info(cause, LogSource, LogClass, message),
            LogLevel.WarningLevel => new Warning(cause, LogSource, LogClass, message),
            LogLevel.ErrorLevel => new Error(cause, LogSource, LogClass, message),
            _ => throw new ArgumentOutOfRangeException(nameof(logLevel), logLevel, "There is no such log level.")
        });
}
