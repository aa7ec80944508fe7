using Akka.Dispatch;

namespace Akka.Event;

/// <summary>
/// Marks loggers, in <see cref="IRequiresMessageQueue{T}"/>. It asks for nothing: a logger of this runtime has the mailbox of
/// any other actor, and is stopped only when that is empty.
/// </summary>
public interface ILoggerMessageQueueSemantics : ISemantics
{
}
