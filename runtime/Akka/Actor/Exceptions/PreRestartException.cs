namespace Akka.Actor;

/// <summary>PreRestart threw. The failure is logged and the restart goes on.</summary>
public class PreRestartException : ActorInitializationException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="actor">The actor being restarted.</param>
    /// <param name="restartException">What PreRestart threw.</param>
    /// <param name="cause">The failure that led to the restart.</param>
    /// <param name="optionalMessage">The message that was being processed when the actor failed, if any.</param>
    public PreRestartException(IActorRef actor, Exception restartException, Exception cause, object? optionalMessage)
        : base(actor, $"Exception pre restart ({restartException?.GetType().ToString() ?? "null"})", cause)
    {
        RestartException = restartException!;
        OptionalMessage = optionalMessage;
    }

    /// <summary>What PreRestart threw.</summary>
    public Exception RestartException { get; }

    /// <summary>The message that was being processed when the actor failed, if any.</summary>
    public object? OptionalMessage { get; }
}
