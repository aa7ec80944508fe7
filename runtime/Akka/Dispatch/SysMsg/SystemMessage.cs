namespace Akka.Dispatch.SysMsg;

/// <summary>The base of system messages: a link of the queue it lies in, so one object is never sent twice.</summary>
internal abstract class SystemMessage : ISystemMessage
{
    internal SystemMessage? Next;
}
