namespace Akka.Event;

/// <summary>How severe an event is. The value after the last is <c>OFF</c>: nothing reaches it.</summary>
public enum LogLevel
{
    /// <summary><see cref="Debug"/> events and everything above.</summary>
    DebugLevel,

    /// <summary><see cref="Info"/> events and everything above.</summary>
    InfoLevel,

    /// <summary><see cref="Warning"/> and <see cref="Error"/> events.</summary>
    WarningLevel,

    /// <summary><see cref="Error"/> events.</summary>
    ErrorLevel
}
