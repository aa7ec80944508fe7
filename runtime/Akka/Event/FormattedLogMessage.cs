namespace Akka.Event;

/// <summary>The message of a call to an <see cref="ILoggingAdapter"/> with arguments.</summary>
internal sealed class FormattedLogMessage : LogMessage
{
    private readonly object?[] _arguments;

    public FormattedLogMessage(ILogMessageFormatter formatter, string format, object?[] arguments)
        : base(formatter, format)
    {
        _arguments = arguments;
    }

    public override string Unformatted() => string.Join(",", _arguments);

    public override IEnumerable<object> Parameters() => _arguments!;

    public override string ToString()
    {
        try
        {
            return Formatter.Format(Format, _arguments!);
        }
        catch (FormatException cause)
        {
            // A mistake in a logging call must cost neither the logger nor what it wanted to say.
            return $"{Format} [{Unformatted()}] (this format does not fit its arguments: {cause.Message})";
        }
    }
}
