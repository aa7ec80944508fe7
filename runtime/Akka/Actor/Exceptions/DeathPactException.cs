namespace Akka.Actor;

/// <summary>An actor that another one watched stopped, and the watcher did not handle <see cref="Terminated"/>.</summary>
public class DeathPactException : AkkaException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="deadActor">The actor that stopped.</param>
    public DeathPactException(IActorRef deadActor)
        : base($"Monitored actor [{deadActor}] terminated") =>
        DeadActor = deadActor;

    /// <summary>The actor that stopped.</summary>
    public IActorRef DeadActor { get; }
}
