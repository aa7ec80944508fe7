namespace Akka.Event;

/// <summary>Puts the arguments of a logged message into its format.</summary>
public interface ILogMessageFormatter
{
    /// <summary>The text of a message.</summary>
    string Format(string format, params object[] args);

    /// <inheritdoc cref="Format(string, object[])"/>
    string Format(string format, IEnumerable<object> args);
}
