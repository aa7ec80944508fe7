using Akka.Event;

namespace Akka.TestKit.Internal;

/// <summary>Which log events are meant.</summary>
/// <param name="Description">In words, for failures.</param>
/// <param name="Matches">Whether an event is meant.</param>
internal sealed record LogFilter(string Description, Predicate<LogEvent> Matches);
