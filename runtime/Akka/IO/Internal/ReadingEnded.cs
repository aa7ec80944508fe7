using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>Told to a connection by its reader: no byte will be read any more, and no <see cref="Tcp.Received"/> told.</summary>
internal sealed class ReadingEnded : INoSerializationVerificationNeeded, IDeadLetterSuppression
{
    /// <summary>The peer ended its side.</summary>
    public static readonly ReadingEnded EndOfStream = new(SocketError.Success);

    /// <summary>The connection stopped the reader.</summary>
    public static readonly ReadingEnded Stopped = new(SocketError.OperationAborted);

    private ReadingEnded(SocketError error) => Error = error;

    /// <summary>Why it ended; <see cref="SocketError.Success"/> at the end of the stream.</summary>
    public SocketError Error { get; }

    /// <summary>The connection was lost.</summary>
    public static ReadingEnded Failed(SocketError error) => new(error);
}
