using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>What a filter asks of an event's text and source.</summary>
internal sealed class LogText
{
    private readonly Func<string, bool> _isText;
    private readonly string? _source;
    private readonly string _wanted;

    private LogText(Func<string, bool> isText, string wanted, string? source)
    {
        _isText = isText;
        _wanted = wanted;
        _source = source;
    }

    /// <summary>Of several parts given the first counts; none: any text will do.</summary>
    public static LogText Of(string? message, string? start, string? contains, string? source) =>
        (message, start, contains) switch
        {
            ({ } whole, _, _) =>
                new(text => text == whole, $" \"{whole}\"", source),
            (_, { } first, _) =>
                new(text => text.StartsWith(first, StringComparison.Ordinal), $" \"{first}...\"", source),
            (_, _, { } part) =>
                new(text => text.Contains(part, StringComparison.Ordinal), $" \"...{part}...\"", source),
            _ =>
                new(_ => true, "", source),
        };

    public static LogText Of(Regex pattern, string? source) => new(pattern.IsMatch, $" like /{pattern}/", source);

    /// <summary>Whether the event comes from the source wanted, and one of the texts is the one wanted.</summary>
    public bool Matches(LogEvent logEvent, params IEnumerable<object?> texts) =>
        IsFromSource(logEvent.LogSource) && texts.Any(text => _isText(text?.ToString() ?? "null"));

    public override string ToString() => _source is null ? _wanted : $"{_wanted} from {_source}";

    // A source is a path, in full or without the system's address, or the text that was given to the logger.
    private bool IsFromSource(string source) =>
        _source is null
        || string.Equals(_source, source, StringComparison.OrdinalIgnoreCase)
        || (ActorPath.TryParse(source, out var path)
            && string.Equals(_source, path.ToStringWithoutAddress(), StringComparison.OrdinalIgnoreCase));
}
