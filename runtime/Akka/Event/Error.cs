namespace Akka.Event;

/// <summary>What failed.</summary>
public class Error : LogEvent
{
    /// <inheritdoc cref="LogEvent(Exception, string, Type, object)"/>
    public Error(Exception? cause, string logSource, Type logClass, object message)
        : base(cause, logSource, logClass, message)
    {
    }

    /// <inheritdoc/>
    public override LogLevel LogLevel() => Event.LogLevel.ErrorLevel;
}
