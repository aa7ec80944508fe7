namespace Akka.Actor.Setup;

/// <summary>A part of an actor system's settings that is code rather than text.</summary>
public abstract class Setup
{
    /// <summary>Puts this and another setup together.</summary>
    /// <param name="other">The other one.</param>
    public ActorSystemSetup And(Setup other) => ActorSystemSetup.Create(this, other);
}
