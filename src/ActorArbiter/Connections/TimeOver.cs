using Akka.Event;

namespace ActorArbiter.Connections;

/// <summary>What a connection's timers tell it. One may still come when its timer was stopped: it was on its way.</summary>
internal abstract class TimeOver : IDeadLetterSuppression;
