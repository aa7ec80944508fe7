namespace Akka.Actor;

/// <summary>Marks messages that an actor would not want to take from just anybody.</summary>
public interface IPossiblyHarmful;
