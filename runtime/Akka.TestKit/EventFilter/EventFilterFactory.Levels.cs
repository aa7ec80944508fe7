using System.Text.RegularExpressions;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

public partial class EventFilterFactory
{
    /// <summary>Events of level debug.</summary>
    public IEventFilterApplier Debug(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Apply(LogFilters.Of<Debug>(LogText.Of(message, start, contains, source)));

    /// <inheritdoc cref="Debug(string, string, string, string)"/>
    public IEventFilterApplier Debug(Regex pattern, string? source = null) =>
        Apply(LogFilters.Of<Debug>(LogText.Of(pattern, source)));

    /// <summary>Events of level info.</summary>
    public IEventFilterApplier Info(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Apply(LogFilters.Of<Info>(LogText.Of(message, start, contains, source)));

    /// <inheritdoc cref="Info(string, string, string, string)"/>
    public IEventFilterApplier Info(Regex pattern, string? source = null) =>
        Apply(LogFilters.Of<Info>(LogText.Of(pattern, source)));

    /// <summary>Events of level warning. Dead letters are among them.</summary>
    public IEventFilterApplier Warning(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Apply(LogFilters.Of<Warning>(LogText.Of(message, start, contains, source)));

    /// <inheritdoc cref="Warning(string, string, string, string)"/>
    public IEventFilterApplier Warning(Regex pattern, string? source = null) =>
        Apply(LogFilters.Of<Warning>(LogText.Of(pattern, source)));

    /// <summary>Events of level error; the text is the event's, or its exception's.</summary>
    public IEventFilterApplier Error(
        string? message = null, string? start = null, string? contains = null, string? source = null) =>
        Apply(LogFilters.OfError(LogText.Of(message, start, contains, source)));

    /// <inheritdoc cref="Error(string, string, string, string)"/>
    public IEventFilterApplier Error(Regex pattern, string? source = null) =>
        Apply(LogFilters.OfError(LogText.Of(pattern, source)));

    /// <summary>Events of a level.</summary>
    public IEventFilterApplier ForLogLevel(
        LogLevel logLevel,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null) => logLevel switch
        {
            LogLevel.DebugLevel => Debug(message, start, contains, source),
            LogLevel.InfoLevel => Info(message, start, contains, source),
            LogLevel.WarningLevel => Warning(message, start, contains, source),
            LogLevel.ErrorLevel => Error(message, start, contains, source),
            _ => throw new ArgumentOutOfRangeException(nameof(logLevel), logLevel, "There is no such log level."),
        };

    /// <inheritdoc cref="ForLogLevel(LogLevel, string, string, string, string)"/>
    public IEventFilterApplier ForLogLevel(LogLevel logLevel, Regex pattern, string? source = null) =>
        logLevel switch
        {
            LogLevel.DebugLevel => Debug(pattern, source),
            LogLevel.InfoLevel => Info(pattern, source),
            LogLevel.WarningLevel => Warning(pattern, source),
            LogLevel.ErrorLevel => Error(pattern, source),
            _ => throw new ArgumentOutOfRangeException(nameof(logLevel), logLevel, "There is no such log level."),
        };
}
