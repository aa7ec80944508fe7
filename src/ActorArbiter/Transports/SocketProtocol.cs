using ActorArbiter.Ordering;

namespace ActorArbiter.Transports;

/// <summary>What happens to a client's connection, as its owner is told by <see cref="IClientSocket.Read"/>.</summary>
internal static class SocketProtocol
{
    /// <summary>The client sent bytes. Holds until the owner's turn ends: the object and its memory are used again.</summary>
    public sealed class Received
    {
        /// <summary>The bytes, at least one.</summary>
        public ReadOnlyMemory<byte> Bytes { get; private set; }

        /// <summary>When the last of them reached this host.</summary>
        public ReceiveStamp Stamp { get; private set; }

        /// <summary>The same object says something else from now on.</summary>
        public Received With(ReadOnlyMemory<byte> bytes, ReceiveStamp stamp)
        {
            (Bytes, Stamp) = (bytes, stamp);
            return this;
        }
    }

    /// <summary>The client ended its sending side; it may still read.</summary>
    public sealed class PeerClosed
    {
        public static readonly PeerClosed Instance = new();
    }

    /// <summary>The kernel has all that was sent.</summary>
    public sealed class Sent
    {
        public static readonly Sent Instance = new();
    }

    /// <summary>Both sides have ended.</summary>
    public sealed class Closed
    {
        public static readonly Closed Instance = new();
    }

    /// <summary>The connection is lost.</summary>
    /// <param name="Reason">What the operating system says about it.</param>
    public sealed record Lost(string Reason);
}
