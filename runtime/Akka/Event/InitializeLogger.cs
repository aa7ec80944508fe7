using Akka.Actor;

namespace Akka.Event;

/// <summary>
/// The first message of a logger named in <c>akka.loggers</c>. It answers <see cref="LoggerInitialized"/> and is then
/// sent the log events of the configured level and above.
/// </summary>
public class InitializeLogger : INoSerializationVerificationNeeded
{
    /// <summary>Creates the message.</summary>
    public InitializeLogger(LoggingBus loggingBus) => LoggingBus = loggingBus;

    /// <summary>The bus the logger is for, should it want to subscribe to more than log events.</summary>
    public LoggingBus LoggingBus { get; }
}
