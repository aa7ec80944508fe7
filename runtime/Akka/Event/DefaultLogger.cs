using Akka.Actor;
using Akka.Dispatch;

namespace Akka.Event;

/// <summary>The logger of the default configuration: writes log events to the console.</summary>
public class DefaultLogger : ActorBase, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly StandardOutLogger _console = new();

    /// <inheritdoc/>
    protected override bool Receive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                return true;
            case LogEvent logEvent:
                Print(logEvent);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes one event.</summary>
    protected virtual void Print(LogEvent logEvent) => _console.Tell(logEvent, ActorRefs.NoSender);
}
