using Akka.Actor;

namespace Akka.Event;

/// <summary>Where logging adapters come from, and the names of the log levels.</summary>
public static class Logging
{
    private const LogLevel Off = (LogLevel)int.MaxValue;

    /// <summary>The logging adapter of an actor; its source is the actor's path.</summary>
    /// <param name="context">The actor's context.</param>
    /// <param name="logMessageFormatter">
    /// Puts arguments into formats; <see cref="DefaultLogMessageFormatter"/> if null.
    /// </param>
    public static ILoggingAdapter GetLogger(
        this IActorContext context, ILogMessageFormatter? logMessageFormatter = null)
        => new BusLogging(
            context.System.EventStream,
            context.Self.Path,
            context.Props.Type,
            logMessageFormatter ?? DefaultLogMessageFormatter.Instance);

    /// <summary>A logging adapter for code outside actors.</summary>
    /// <param name="system">The actor system on whose event stream it logs.</param>
    /// <param name="logSourceObj">What logs; see <see cref="LogSource.Create(object, ActorSystem)"/>.</param>
    /// <param name="logMessageFormatter">
    /// Puts arguments into formats; <see cref="DefaultLogMessageFormatter"/> if null.
    /// </param>
    public static ILoggingAdapter GetLogger(
        ActorSystem system, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
        => Create(system.EventStream, LogSource.Create(logSourceObj, system), logMessageFormatter);

    /// <summary>A logging adapter for code that has no actor system.</summary>
    /// <param name="loggingBus">Where it logs.</param>
    /// <param name="logSourceObj">What logs; see <see cref="LogSource.Create(object)"/>.</param>
    /// <param name="logMessageFormatter">
    /// Puts arguments into formats; <see cref="DefaultLogMessageFormatter"/> if null.
    /// </param>
    public static ILoggingAdapter GetLogger(
        LoggingBus loggingBus, object logSourceObj, ILogMessageFormatter? logMessageFormatter = null)
        => Create(loggingBus, LogSource.Create(logSourceObj), logMessageFormatter);

    /// <summary>The name of the type of <paramref name="o"/>, without its namespace.</summary>
    public static string SimpleName(object o) => SimpleName(o.GetType());

    /// <summary>The name of a type, without its namespace.</summary>
    public static string SimpleName(Type t) => t.Name;

    /// <summary>The type of the events of a level.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static Type ClassFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => typeof(Debug),
        LogLevel.InfoLevel => typeof(Info),
        LogLevel.WarningLevel => typeof(Warning),
        LogLevel.ErrorLevel => typeof(Error),
        _ => throw new ArgumentException($"There is no log level {logLevel}.", nameof(logLevel))
    };

    /// <summary>The name of a level as configurations and log lines have it.</summary>
    /// <exception cref="ArgumentException">There is no such level.</exception>
    public static string StringFor(this LogLevel logLevel) => logLevel switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        Off => "OFF",
        _ => throw new ArgumentException($"There is no log level {logLevel}.", nameof(logLevel))
    };

    /// <summary>The level of a name, in any case. <c>OFF</c> is a level that no event reaches.</summary>
    /// <exception cref="ArgumentException">There is no level of that name.</exception>
    public static LogLevel LogLevelFor(string logLevel) => logLevel?.ToUpperInvariant() switch
    {
        "DEBUG" => LogLevel.DebugLevel,
        "INFO" => LogLevel.InfoLevel,
        "WARNING" => LogLevel.WarningLevel,
        "ERROR" => LogLevel.ErrorLevel,
        "OFF" => Off,
        _ => throw new ArgumentException(
            $"There is no log level [{logLevel}]; the levels are DEBUG, INFO, WARNING, ERROR and OFF.",
            nameof(logLevel))
    };

    /// <summary>The level of a type of events.</summary>
    /// <exception cref="ArgumentException">It is none of the four.</exception>
    public static LogLevel LogLevelFor<T>() where T : LogEvent
    {
        if (typeof(T) == typeof(Debug))
            return LogLevel.DebugLevel;
        if (typeof(T) == typeof(Info))
            return LogLevel.InfoLevel;
        if (typeof(T) == typeof(Warning))
            return LogLevel.WarningLevel;
        if (typeof(T) == typeof(Error))
            return LogLevel.ErrorLevel;

        throw new ArgumentException($"[{typeof(T)}] is none of the types Debug, Info, Warning and Error.");
    }

    private static BusLogging Create(LoggingBus bus, LogSource source, ILogMessageFormatter? formatter)
        => new(bus, source.Source, source.Type, formatter ?? DefaultLogMessageFormatter.Instance);
}
