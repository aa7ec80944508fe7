using Akka.Actor;
using Akka.Configuration;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using HostLogLevel = Microsoft.Extensions.Logging.LogLevel;
using LogLevel = Akka.Event.LogLevel;

namespace Akka.Hosting.Logging;

/// <summary>
/// Writes the system's log events to an <see cref="ILoggerFactory"/>, in the category of <see cref="ActorSystem"/>. The
/// event itself is the state, for providers that want more than its text; its cause is the exception.
/// </summary>
public sealed class LoggerFactoryLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly ILogger<ActorSystem> _logger;

    /// <summary>Created by the system, for an entry in <c>akka.loggers</c>.</summary>
    /// <exception cref="ConfigurationException">The system has no <see cref="LoggerFactorySetup"/>.</exception>
    public LoggerFactoryLogger()
    {
        var setup = Context.System.Settings.Setup.Get<LoggerFactorySetup>();
        if (!setup.HasValue)
            throw new ConfigurationException(
                $"{nameof(LoggerFactoryLogger)} has no logger factory to write to. Add logging to the host's " +
                "services, or pass a factory to AddLoggerFactory.");
        _logger = setup.Value.LoggerFactory.CreateLogger<ActorSystem>();
    }

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                Write(logEvent);
                return true;
            default:
                return false;
        }
    }

    private void Write(LogEvent logEvent)
    {
        var level = LevelOf(logEvent);
        if (_logger.IsEnabled(level))
            _logger.Log(level, default, logEvent, logEvent.Cause, static (state, _) => state.ToString());
    }

    private static HostLogLevel LevelOf(LogEvent logEvent) => logEvent.LogLevel() switch
    {
        LogLevel.DebugLevel => HostLogLevel.Debug,
        LogLevel.InfoLevel => HostLogLevel.Information,
        LogLevel.WarningLevel => HostLogLevel.Warning,
        _ => HostLogLevel.Error,
    };
}
