namespace Akka.Actor;

/// <summary>An actor could not be created: its constructor or its PreStart threw. By default it is stopped.</summary>
public class ActorInitializationException : AkkaException
{
    /// <summary>Creates the exception without a message.</summary>
    public ActorInitializationException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    public ActorInitializationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="cause">The exception behind it.</param>
    public ActorInitializationException(string message, Exception? cause)
        : base(message, cause)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="actor">The actor that could not be created.</param>
    /// <param name="message">What went wrong.</param>
    /// <param name="cause">The exception behind it, if any.</param>
    public ActorInitializationException(IActorRef? actor, string message, Exception? cause = null)
        : base(message, cause) =>
        Actor = actor;

    /// <summary>The actor that could not be created, if it is known.</summary>
    public IActorRef? Actor { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Actor is null ? base.ToString() : $"{Actor}: {base.ToString()}";
}
