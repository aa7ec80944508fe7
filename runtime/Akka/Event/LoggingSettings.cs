using System.Globalization;
using Akka.Configuration;

namespace Akka.Event;

/// <summary>What the configuration says about logging.</summary>
internal sealed class LoggingSettings
{
    public LoggingSettings(Config config)
    {
        Loggers = [.. config.GetStringList("akka.loggers", [])];
        LoggersDispatcher = config.GetString("akka.loggers-dispatcher", "");
        LoggerStartupTimeout = config.GetTimeSpan("akka.logger-startup-timeout");
        LogLevel = Level(config, "akka.loglevel");
        StdoutLogLevel = Level(config, "akka.stdout-loglevel");
        LogDeadLetters = DeadLetterCount(config.GetString("akka.log-dead-letters", ""));
        LogDeadLettersDuringShutdown = config.GetBoolean("akka.log-dead-letters-during-shutdown");
        LogDeadLettersSuspendDuration = config.GetTimeSpan("akka.log-dead-letters-suspend-duration");
        DebugEventStream = config.GetBoolean("akka.actor.debug.event-stream");
        DebugUnhandled = config.GetBoolean("akka.actor.debug.unhandled");
    }

    /// <summary>The types of the loggers, as <see cref="Type.GetType(string)"/> takes them.</summary>
    public IReadOnlyList<string> Loggers { get; }

    public string LoggersDispatcher { get; }

    public TimeSpan LoggerStartupTimeout { get; }

    public LogLevel LogLevel { get; }

    public LogLevel StdoutLogLevel { get; }

    /// <summary>
    /// How many dead letters are logged before there is a pause; <see cref="int.MaxValue"/> if there is none.
    /// </summary>
    public int LogDeadLetters { get; }

    public bool LogDeadLettersDuringShutdown { get; }

    /// <summary>The pause; <see cref="Timeout.InfiniteTimeSpan"/> if it does not end.</summary>
    public TimeSpan LogDeadLettersSuspendDuration { get; }

    public bool DebugEventStream { get; }

    public bool DebugUnhandled { get; }

    private static LogLevel Level(Config config, string path)
    {
        try
        {
            return Logging.LogLevelFor(config.GetString(path, ""));
        }
        catch (ArgumentException cause)
        {
            throw new ConfigurationException($"{path}: {cause.Message}", cause);
        }
    }

    private static int DeadLetterCount(string value)
    {
        if (value is "on" or "true")
            return int.MaxValue;
        if (value is "off" or "false")
            return 0;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return count;

        throw new ConfigurationException($"akka.log-dead-letters is [{value}]: it must be on, off or a number.");
    }
}
