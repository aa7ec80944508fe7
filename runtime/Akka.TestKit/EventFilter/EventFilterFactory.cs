using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Event;
using Akka.TestKit.Internal;

namespace Akka.TestKit;

/// <summary>
/// Says which log events are meant. Of <c>message</c> (the whole text), <c>start</c> and <c>contains</c> the first that
/// is given counts; <c>source</c> is the path of an actor, in full or from <c>/user</c> on, or the text given to the
/// logger. What is not given does not matter. Only events of the system's <c>akka.loglevel</c> or above are seen.
/// </summary>
public partial class EventFilterFactory
{
    private readonly TestKitBase _testKit;
    private readonly ITestKitAssertions _assertions;
    private readonly ActorSystem _system;
    private readonly IReadOnlyList<LogFilter> _filters;

    internal EventFilterFactory(
        TestKitBase testKit, ITestKitAssertions assertions, ActorSystem system, IReadOnlyList<LogFilter> filters)
    {
        _testKit = testKit;
        _assertions = assertions;
        _system = system;
        _filters = filters;
    }

    /// <summary>Errors with an exception of the type; the text is the event's, or the exception's.</summary>
    public IEventFilterApplier Exception<TException>(
        string? message = null, string? start = null, string? contains = null, string? source = null)
        where TException : Exception => Exception(typeof(TException), message, start, contains, source);

    /// <inheritdoc cref="Exception{TException}(string, string, string, string)"/>
    public IEventFilterApplier Exception<TException>(Regex pattern, string? source = null)
        where TException : Exception => Exception(typeof(TException), pattern, source);

    /// <summary>Errors with an exception of the type; the text is the event's, or the exception's.</summary>
    /// <param name="exceptionType">The type; what is derived from it counts too.</param>
    /// <param name="message">The whole text.</param>
    /// <param name="start">The text's start.</param>
    /// <param name="contains">A part of the text.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="checkInnerExceptions">Whether the exceptions it was caused by count too.</param>
    public IEventFilterApplier Exception(
        Type exceptionType,
        string? message = null,
        string? start = null,
        string? contains = null,
        string? source = null,
        bool checkInnerExceptions = false) =>
        Apply(LogFilters.OfException(
            exceptionType, LogText.Of(message, start, contains, source), checkInnerExceptions));

    /// <inheritdoc cref="Exception(Type, string, string, string, string, bool)"/>
    public IEventFilterApplier Exception(
        Type exceptionType, Regex pattern, string? source = null, bool checkInnerExceptions = false) =>
        Apply(LogFilters.OfException(exceptionType, LogText.Of(pattern, source), checkInnerExceptions));

    /// <summary>Dead letters.</summary>
    public IEventFilterApplier DeadLetter() => DeadLetter("DeadLetter", _ => true, null);

    /// <summary>Dead letters of a type.</summary>
    /// <param name="source">The path of the actor that was meant to get them.</param>
    public IEventFilterApplier DeadLetter<TMessage>(string? source = null) => DeadLetter(typeof(TMessage), source);

    /// <inheritdoc cref="DeadLetter{TMessage}(string)"/>
    public IEventFilterApplier DeadLetter<TMessage>(Func<TMessage, bool> isMatch, string? source = null) =>
        DeadLetter(typeof(TMessage), message => isMatch((TMessage)message), source);

    /// <inheritdoc cref="DeadLetter{TMessage}(string)"/>
    public IEventFilterApplier DeadLetter(Type type, string? source = null) => DeadLetter(type, _ => true, source);

    /// <inheritdoc cref="DeadLetter{TMessage}(string)"/>
    public IEventFilterApplier DeadLetter(Type type, Func<object, bool> isMatch, string? source = null) =>
        DeadLetter(
            $"DeadLetter of {Describe.Type(type)}",
            message => type.IsInstanceOfType(message) && isMatch(message),
            source);

    /// <summary>Events that the predicate holds for.</summary>
    public IEventFilterApplier Custom(Predicate<LogEvent> predicate) =>
        Apply(new LogFilter("LogEvent that the predicate holds for", predicate));

    /// <summary>Events of a type that the predicate holds for.</summary>
    public IEventFilterApplier Custom<TLogEvent>(Predicate<TLogEvent> predicate)
        where TLogEvent : LogEvent =>
        Apply(new LogFilter(
            $"{typeof(TLogEvent).Name} that the predicate holds for",
            logEvent => logEvent is TLogEvent typed && predicate(typed)));

    private EventFilterApplier DeadLetter(string description, Predicate<object> isMessage, string? source) =>
        Apply(LogFilters.OfDeadLetter(description, isMessage, LogText.Of(null, null, null, source)));

    private EventFilterApplier Apply(LogFilter filter) =>
        new(_testKit, _assertions, _system, [.. _filters, filter]);
}
