using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;

namespace ActorArbiter.Ordering;

/// <summary>A line of a session as it was read.</summary>
/// <param name="Command">What it says.</param>
/// <param name="Problem">What is wrong with it, if it says nothing that can be understood.</param>
/// <param name="Stamp">When its last byte reached this host.</param>
internal readonly record struct SessionInput(SessionCommand Command, ErrorReply? Problem, ReceiveStamp Stamp);
