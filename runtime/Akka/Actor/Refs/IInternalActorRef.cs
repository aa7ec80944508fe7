using Akka.Dispatch.SysMsg;

namespace Akka.Actor;

/// <summary>What the runtime itself needs of a reference. Every <see cref="IActorRef"/> is one.</summary>
public interface IInternalActorRef : IActorRef, IActorRefScope
{
    /// <summary>The reference of the parent; nobody's for references that stand for no actor.</summary>
    IInternalActorRef Parent { get; }

    /// <summary>The tree that the reference belongs to.</summary>
    IActorRefProvider Provider { get; }

    /// <summary>True once the actor has stopped.</summary>
    bool IsTerminated { get; }

    /// <summary>Finds a descendant.</summary>
    /// <param name="name">The names downwards; <c>..</c> goes up, empty names are skipped.</param>
    /// <returns>The descendant, or <see cref="ActorRefs.Nobody"/>.</returns>
    IActorRef GetChild(IReadOnlyList<string> name);

    /// <summary>Lets a suspended actor go on.</summary>
    /// <param name="causedByFailure">The failure that had suspended it, if it was its own.</param>
    void Resume(Exception? causedByFailure = null);

    /// <summary>Lets a new actor run.</summary>
    void Start();

    /// <summary>Stops the actor after the message it is processing.</summary>
    void Stop();

    /// <summary>Replaces the actor's instance by a new one; mailbox and path stay.</summary>
    /// <param name="cause">Why.</param>
    void Restart(Exception cause);

    /// <summary>Holds back the actor's messages until it is resumed or restarted.</summary>
    void Suspend();

    /// <summary>Sends a message of the runtime, which overtakes those of users.</summary>
    /// <param name="message">The message.</param>
    void SendSystemMessage(ISystemMessage message);
}
