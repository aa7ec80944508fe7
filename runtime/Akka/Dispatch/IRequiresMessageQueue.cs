namespace Akka.Dispatch;

/// <summary>
/// Marks an actor that needs a queue with the semantics of <typeparamref name="T"/>. Every mailbox of this runtime has
/// them, so nothing is chosen by it.
/// </summary>
public interface IRequiresMessageQueue<T>
    where T : ISemantics;
