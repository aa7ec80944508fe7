using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;

namespace Akka.Hosting;

/// <summary>
/// The loggers of a hosted actor system. The default is <see cref="DefaultLogger"/> alone, at
/// <see cref="LogLevel.InfoLevel"/>.
/// </summary>
public sealed class LoggerConfigBuilder
{
    private readonly List<Type> _loggers = [typeof(DefaultLogger)];

    internal LoggerConfigBuilder(AkkaConfigurationBuilder builder) => Builder = builder;

    /// <summary>The lowest level that reaches the loggers. Default: <see cref="LogLevel.InfoLevel"/>.</summary>
    public LogLevel LogLevel { get; set; } = LogLevel.InfoLevel;

    /// <summary>Whether the system logs its whole configuration at info level when it starts. Default: no.</summary>
    public bool LogConfigOnStart { get; set; }

    /// <summary>Which of its own doings the system logs at debug level. Default: what the HOCON says.</summary>
    public DebugOptions? DebugOptions { get; set; }

    internal AkkaConfigurationBuilder Builder { get; }

    /// <summary>Removes every logger, the default one included.</summary>
    public LoggerConfigBuilder ClearLoggers()
    {
        _loggers.Clear();
        return this;
    }

    /// <summary>Adds a logger.</summary>
    /// <typeparam name="T">
    /// An actor with a constructor without parameters that answers <see cref="InitializeLogger"/> and writes each
    /// <see cref="LogEvent"/>.
    /// </typeparam>
    public LoggerConfigBuilder AddLogger<T>() where T : IRequiresMessageQueue<ILoggerMessageQueueSemantics>
    {
        _loggers.Add(typeof(T));
        return this;
    }

    internal Config ToConfig()
    {
        var loggers = string.Join(", ", _loggers.Select(logger => $"\"{logger.AssemblyQualifiedName}\""));
        var config = ConfigurationFactory.ParseString(
            $"""
             akka.loglevel = {NameOf(LogLevel)}
             akka.loggers = [{loggers}]
             akka.log-config-on-start = {(LogConfigOnStart ? "on" : "off")}
             """);
        return DebugOptions is null ? config : config.WithFallback(DebugOptions.ToConfig());
    }

    private static string NameOf(LogLevel level) => level switch
    {
        LogLevel.DebugLevel => "DEBUG",
        LogLevel.InfoLevel => "INFO",
        LogLevel.WarningLevel => "WARNING",
        LogLevel.ErrorLevel => "ERROR",
        _ => throw new ConfigurationException(
            $"{level} is no log level: use one of {string.Join(", ", Enum.GetNames<LogLevel>())}."),
    };
}
