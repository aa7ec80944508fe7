namespace Akka.Actor;

/// <summary>References that stand for no actor.</summary>
public static class ActorRefs
{
    /// <summary>The reference of no actor: what is told to it vanishes.</summary>
    public static readonly Nobody Nobody = Nobody.Instance;

    /// <summary>The absence of a sender: null. Answers to it go to dead letters.</summary>
    public static readonly IActorRef NoSender = null!;
}
