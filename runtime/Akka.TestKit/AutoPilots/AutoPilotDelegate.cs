using Akka.Actor;

namespace Akka.TestKit;

/// <inheritdoc cref="AutoPilot.Run"/>
public delegate AutoPilot AutoPilotDelegate(IActorRef sender, object message);
