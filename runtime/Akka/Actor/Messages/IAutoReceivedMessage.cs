namespace Akka.Actor;

/// <summary>Marks messages that an actor's cell handles itself, before or instead of the actor.</summary>
public interface IAutoReceivedMessage;
