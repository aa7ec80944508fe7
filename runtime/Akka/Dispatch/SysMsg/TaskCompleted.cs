namespace Akka.Dispatch.SysMsg;

/// <summary>Sent to itself by an actor whose asynchronous handler has ended.</summary>
internal sealed class TaskCompleted(Task task) : SystemMessage
{
    internal Task Task { get; } = task;
}
