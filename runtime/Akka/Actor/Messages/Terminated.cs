using Akka.Event;

namespace Akka.Actor;

/// <summary>
/// Told once to an actor that watches another one, after that one has stopped. A watcher that does not handle it fails with
/// <see cref="DeathPactException"/>.
/// </summary>
public sealed class Terminated
    : IAutoReceivedMessage, IPossiblyHarmful, IDeadLetterSuppression, INoSerializationVerificationNeeded, IEquatable<Terminated>
{
    /// <summary>Creates the notice.</summary>
    /// <param name="actorRef">The actor that stopped.</param>
    /// <param name="existenceConfirmed">False if the actor was gone already when the watch began.</param>
    /// <param name="addressTerminated">True if not the actor but its whole node is gone; never in a local system.</param>
    public Terminated(IActorRef actorRef, bool existenceConfirmed, bool addressTerminated)
    {
        ActorRef = actorRef;
        ExistenceConfirmed = existenceConfirmed;
        AddressTerminated = addressTerminated;
    }

    /// <summary>The actor that stopped.</summary>
    public IActorRef ActorRef { get; }

    /// <summary>True if not the actor but its whole node is gone.</summary>
    public bool AddressTerminated { get; }

    /// <summary>False if the actor was gone already when the watch began.</summary>
    public bool ExistenceConfirmed { get; }

    /// <inheritdoc/>
    public bool Equals(Terminated? other) =>
        other is not null
        && Equals(ActorRef, other.ActorRef)
        && AddressTerminated == other.AddressTerminated
        && ExistenceConfirmed == other.ExistenceConfirmed;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Terminated);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ActorRef, AddressTerminated, ExistenceConfirmed);

    /// <inheritdoc/>
    public override string ToString() => $"<Terminated>: {ActorRef} - ExistenceConfirmed={ExistenceConfirmed}";
}
