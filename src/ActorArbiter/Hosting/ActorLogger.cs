using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;
using Akka.Hosting.Logging;
using Microsoft.Extensions.Logging;
using ActorLevel = Akka.Event.LogLevel;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace ActorArbiter.Hosting;

/// <summary>
/// Hands what actors log to .NET's logging as it is, in the category of the class that logs: so it can be filtered there, and
/// the formatter decides how it looks.
/// </summary>
internal sealed class ActorLogger : LoggerFactoryLogger
{
    /// <summary>The category of what Akka.IO's listeners log.</summary>
    public const string Listener = "Akka.IO.TcpListener";

    private readonly ILoggerFactory _factory = Context.System.Settings.Setup.Get<LoggerFactorySetup>().Value.LoggerFactory;

    protected override void Log(LogEvent log, ActorPath path)
    {
        var category = log.LogClass.FullName ?? log.LogClass.Name;

        // Who wants to listen says in one line why that is not possible; here it would have a stack trace.
        if (category == Listener && log.Cause is SocketException)
            return;
        var logger = _factory.CreateLogger(category);
        var level = LevelOf(log);
        if (logger.IsEnabled(level))
            logger.Log(level, default, log, log.Cause, static (log, _) => $"{log.Message}");
    }

    private static LogLevel LevelOf(LogEvent log) => log.LogLevel() switch
    {
        ActorLevel.DebugLevel => LogLevel.Debug,
        ActorLevel.InfoLevel => LogLevel.Information,
        ActorLevel.WarningLevel => LogLevel.Warning,
        _ => LogLevel.Error,
    };
}
