namespace Akka.Actor;

/// <summary>The constructor or PostRestart of a restarted actor threw. By default the actor is stopped.</summary>
public class PostRestartException : ActorInitializationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="actor">The actor being restarted.</param>
    /// <param name="cause">What the constructor or PostRestart threw.</param>
    /// <param name="originalCause">The failure that led to the restart.</param>
    public PostRestartException(IActorRef actor, Exception cause, Exception originalCause)
        : base(actor, $"Exception post restart ({originalCause?.GetType().ToString() ?? "null"})", cause) =>
        OriginalCause = originalCause!;

    /// <summary>The failure that led to the restart.</summary>
    public Exception OriginalCause { get; }
}
