namespace Akka.Event;

/// <summary>What helps to find out why.</summary>
public class Debug : LogEvent
{
    /// <inheritdoc cref="LogEvent(Exception, string, Type, object)"/>
    public Debug(string logSource, Type logClass, object message) : base(null, logSource, logClass, message)
    {
    }

    /// <inheritdoc cref="LogEvent(Exception, string, Type, object)"/>
    public Debug(Exception? cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.DebugLevel;
}
