using System.Net;
using Akka.Actor;

namespace ActorArbiter.Transports;

/// <summary>
/// A client's connection, whatever carries it. It belongs to one actor, its owner, and is called in its turn; the owner has
/// every message that it is told read by <see cref="Read"/> first.
/// </summary>
internal interface IClientSocket
{
    /// <summary>The client's address; <see langword="null"/> if the connection is lost.</summary>
    IPEndPoint? Peer { get; }

    /// <summary>Makes an actor the owner. If that fails, the connection is closed.</summary>
    void Open(IActorContext owner);

    /// <summary>Has the owner told <see cref="SocketProtocol.Received"/> once, or that there will be none.</summary>
    void ReadOn();

    /// <summary>Sends bytes, which stay as they are, behind all that were sent before.</summary>
    /// <returns>Whether the kernel has all of them; if not, <see cref="SocketProtocol.Sent"/> is told when it has.</returns>
    bool Send(ReadOnlyMemory<byte> bytes);

    /// <summary>Ends the sending side behind all that was sent.</summary>
    /// <returns>Whether both sides have ended; if not, <see cref="SocketProtocol.Closed"/> is told when they have.</returns>
    bool EndSending();

    /// <summary>Closes at once; a connection whose sending side has not ended is reset.</summary>
    void Close();

    /// <summary>What a message to the owner says of the connection.</summary>
    /// <returns>
    /// What happened, as <see cref="SocketProtocol"/> has it; <see langword="null"/> if nothing did; the message itself if it is none of
    /// the connection's.
    /// </returns>
    object? Read(object message);
}
