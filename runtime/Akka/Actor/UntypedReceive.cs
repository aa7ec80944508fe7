namespace Akka.Actor;

/// <summary>A behaviour of an <see cref="UntypedActor"/>; every message counts as handled.</summary>
/// <param name="message">The message to process.</param>
public delegate void UntypedReceive(object message);
