namespace Akka.Dispatch.SysMsg;

/// <summary>Sent to itself by an actor with an asynchronous handler: what comes after an await.</summary>
internal sealed class Continuation(SendOrPostCallback callback, object? state) : SystemMessage
{
    internal void Run() => callback(state);
}
