using ActorArbiter.Protocol;

namespace ActorArbiter.Ordering;

/// <summary>A message that reached the ordering actor.</summary>
/// <param name="Message">What was said, and by whom.</param>
/// <param name="Connection">Where it came from.</param>
/// <param name="Stamp">When its last byte reached this host; decides.</param>
/// <param name="Sequence">Its place in the ordering actor's mailbox; breaks ties, and decides where stamps cannot.</param>
/// <param name="At">When the ordering actor took it, on its own clock.</param>
internal readonly record struct Arrival(
    ClientMessage Message, ConnectionId Connection, ReceiveStamp Stamp, long Sequence, TimeSpan At)
{
    public ContenderId Id => Message.Id;
}
