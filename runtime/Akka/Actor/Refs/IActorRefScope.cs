namespace Akka.Actor;

/// <summary>Whether a reference points into this process.</summary>
public interface IActorRefScope
{
    /// <summary>True if the actor lives in this process.</summary>
    bool IsLocal { get; }
}
