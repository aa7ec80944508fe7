namespace Akka.Event;

/// <summary>
/// A message with arguments. It is formatted by <see cref="object.ToString"/>, so only if it is written.
/// </summary>
public abstract class LogMessage
{
    /// <summary>Puts the arguments into the format.</summary>
    protected readonly ILogMessageFormatter Formatter;

    /// <summary>Creates a message.</summary>
    protected LogMessage(ILogMessageFormatter formatter, string format)
    {
        Formatter = formatter;
        Format = format;
    }

    /// <summary>The format, before the arguments are put in.</summary>
    public string Format { get; }

    /// <summary>The arguments as text, separated by commas.</summary>
    public abstract string Unformatted();

    /// <summary>The arguments.</summary>
    public abstract IEnumerable<object> Parameters();
}
