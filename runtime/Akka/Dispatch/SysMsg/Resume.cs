namespace Akka.Dispatch.SysMsg;

/// <summary>Sent by the parent: the opposite of <see cref="Suspend"/>.</summary>
internal sealed class Resume(Exception? causedByFailure) : SystemMessage
{
    /// <summary>The actor's own failure that is forgiven; null if it was suspended for another's.</summary>
    internal Exception? CausedByFailure { get; } = causedByFailure;
}
