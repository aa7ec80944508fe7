namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by the parent: hold back user messages until as many Resume or Recreate came.</summary>
internal sealed class Suspend : SystemMessage;
