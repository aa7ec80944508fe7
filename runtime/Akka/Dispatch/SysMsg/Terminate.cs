namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by anyone: stop.</summary>
internal sealed class Terminate : SystemMessage;
