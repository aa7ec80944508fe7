using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.StampedTcp;

/// <summary>
/// What a socket or a listener tells its owner. There is one object of each: the message carries nothing, and the owner then calls its
/// socket or listener.
/// </summary>
public sealed class SocketEvent : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    private readonly string _name;

    private SocketEvent(string name) => _name = name;

    /// <summary>
    /// There is something to read, or the connection is lost: call <see cref="StampedSocket.Receive"/>. Told once after
    /// <see cref="StampedSocket.AwaitReadable"/>, and unasked if a connection is lost whose peer had ended its sending side.
    /// </summary>
    public static SocketEvent Readable { get; } = new(nameof(Readable));

    /// <summary>The kernel has all that was sent. Told once after <see cref="StampedSocket.Send"/> returned false, unless <see cref="Failed"/> is.</summary>
    public static SocketEvent Sent { get; } = new(nameof(Sent));

    /// <summary>
    /// Sending failed, and the connection is lost: <see cref="StampedSocket.Error"/> says why. What came before that can still be received.
    /// </summary>
    public static SocketEvent Failed { get; } = new(nameof(Failed));

    /// <summary>
    /// There may be clients: call <see cref="StampedListener.TryAccept"/>. Told once after <see cref="StampedListener.AwaitClient"/>.
    /// </summary>
    public static SocketEvent Acceptable { get; } = new(nameof(Acceptable));

    /// <inheritdoc/>
    public override string ToString() => _name;
}
