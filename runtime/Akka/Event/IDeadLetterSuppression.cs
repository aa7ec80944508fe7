namespace Akka.Event;

/// <summary>
/// Marks messages that may miss their actor as a matter of course: they become <see cref="SuppressedDeadLetter"/>s.
/// </summary>
public interface IDeadLetterSuppression
{
}
