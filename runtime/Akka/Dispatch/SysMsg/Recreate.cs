namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by the supervisor: restart.</summary>
internal sealed class Recreate(Exception cause) : SystemMessage
{
    internal Exception Cause { get; } = cause;
}
