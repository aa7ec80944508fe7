namespace Akka.TestKit.Internal;

/// <summary>
/// The text of a failed expectation: what it wanted, what came instead, the caller's hint. Built only when somebody
/// reads it, for an expectation that holds needs none.
/// </summary>
internal sealed class FailureText
{
    private readonly Func<string> _wanted;
    private readonly Func<string> _got;
    private readonly string? _hint;

    private FailureText(Func<string> wanted, Func<string> got, string? hint)
    {
        _wanted = wanted;
        _got = got;
        _hint = hint;
    }

    public static FailureText Of(Func<string> wanted, Func<string> got, string? hint = null) => new(wanted, got, hint);

    public static FailureText Nothing(Func<string> wanted, TimeSpan timeout, string? hint) =>
        new(wanted, () => $"nothing within {Describe.Time(timeout)}", hint);

    public static FailureText Instead(Func<string> wanted, MessageEnvelope received, TimeSpan elapsed, string? hint) =>
        new(wanted, () => $"{Describe.Envelope(received)} after {Describe.Time(elapsed)}", hint);

    public override string ToString()
    {
        var text = $"Wanted: {_wanted()}{Environment.NewLine}Got:    {_got()}";
        return string.IsNullOrEmpty(_hint) ? text : $"{text}{Environment.NewLine}Hint:   {_hint}";
    }
}
