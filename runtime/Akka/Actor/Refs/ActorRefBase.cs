namespace Akka.Actor;

/// <summary>The base of references: identity, order and text.</summary>
public abstract class ActorRefBase : IActorRef
{
    /// <inheritdoc/>
    public abstract ActorPath Path { get; }

    /// <inheritdoc/>
    public void Tell(object message, IActorRef? sender) => TellInternal(message, sender);

    /// <summary>Delivers a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="sender">Whom the receiver answers to; null for nobody.</param>
    protected abstract void TellInternal(object message, IActorRef? sender);

    /// <inheritdoc/>
    public override string ToString() =>
        Path.Uid == ActorPath.UndefinedUid ? $"[{Path}]" : $"[{Path}#{Path.Uid}]";

    /// <inheritdoc/>
    public bool Equals(IActorRef? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Path.Uid == other.Path.Uid && Path.Equals(other.Path));

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as IActorRef);

    /// <inheritdoc/>
    public sealed override int GetHashCode() =>
        // A uid is random: no need to walk the path.
        Path.Uid == ActorPath.UndefinedUid ? Path.GetHashCode() : Path.Uid.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(IActorRef? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byPath = Path.CompareTo(other.Path);
        return byPath != 0 ? byPath : Path.Uid.CompareTo(other.Path.Uid);
    }

    /// <inheritdoc/>
    public int CompareTo(object? obj) =>
        obj switch
        {
            null => 1,
            IActorRef other => CompareTo(other),
            _ => throw new ArgumentException($"Object must be of type IActorRef, found {obj.GetType()} instead.", nameof(obj)),
        };
}
