namespace Akka.Actor;

/// <summary>A behaviour of an actor.</summary>
/// <param name="message">The message to process.</param>
/// <returns>False if the behaviour does not know the message; it then counts as unhandled.</returns>
public delegate bool Receive(object message);
