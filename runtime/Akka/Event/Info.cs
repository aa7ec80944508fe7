namespace Akka.Event;

/// <summary>What is worth knowing and no cause for concern.</summary>
public class Info : LogEvent
{
    /// <inheritdoc cref="LogEvent(Exception, string, Type, object)"/>
    public Info(string logSource, Type logClass, object message) : base(null, logSource, logClass, message)
    {
    }

    /// <inheritdoc cref="LogEvent(Exception, string, Type, object)"/>
    public Info(Exception? cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.InfoLevel;
}
