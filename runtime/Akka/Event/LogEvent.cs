using System.Globalization;
using Akka.Actor;

namespace Akka.Event;

/// <summary>Something to be logged; published on the event stream, where the loggers take it from.</summary>
public abstract class LogEvent : INoSerializationVerificationNeeded
{
    /// <summary>Creates an event that happens now, on the current thread.</summary>
    /// <param name="cause">The exception that is logged with it, if there is one.</param>
    /// <param name="logSource">Where it comes from, for people: the path of an actor, as a rule.</param>
    /// <param name="logClass">The type it comes from.</param>
    /// <param name="message">A text, or a <see cref="LogMessage"/> that is formatted when it is written.</param>
    protected LogEvent(Exception? cause, string logSource, Type logClass, object message)
    {
        Cause = cause!;
        LogSource = logSource;
        LogClass = logClass;
        Message = message;
    }

    /// <summary>The exception that is logged with it; null if there is none.</summary>
    public Exception Cause { get; protected set; }

    /// <summary>Where it comes from, for people.</summary>
    public string LogSource { get; protected set; }

    /// <summary>The type it comes from.</summary>
    public Type LogClass { get; protected set; }

    /// <summary>A text, or a <see cref="LogMessage"/> that is formatted when it is written.</summary>
    public object Message { get; protected set; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime Timestamp { get; } = DateTime.UtcNow;

    /// <summary>The thread it happened on.</summary>
    public Thread Thread { get; } = Thread.CurrentThread;

    /// <summary>How severe it is.</summary>
    public abstract LogLevel LogLevel();

    /// <summary><c>[LEVEL][time][Thread 0001][source] message</c>, and the cause on lines of its own.</summary>
    public override string ToString()
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"[{LogLevel().StringFor()}][{Timestamp:MM/dd/yyyy HH:mm:ss.fffK}][Thread {Thread.ManagedThreadId:0000}]");
        var text = $"{line}[{LogSource}] {Message}";
        return Cause is null ? text : $"{text}{Environment.NewLine}Cause: {Cause}";
    }
}
