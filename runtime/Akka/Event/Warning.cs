namespace Akka.Event;

/// <summary>What may need someone to look at it.</summary>
public class Warning : LogEvent
{
    /// <inheritdoc cref="LogEvent(Exception, string, Type, object)"/>
    public Warning(string logSource, Type logClass, object message) : base(null, logSource, logClass, message)
    {
    }

    /// <inheritdoc cref="LogEvent(Exception, string, Type, object)"/>
    public Warning(Exception? cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.WarningLevel;
}
