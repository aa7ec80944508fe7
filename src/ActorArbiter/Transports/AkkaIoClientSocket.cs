using System.Net;
using System.Runtime.InteropServices;
using ActorArbiter.Ordering;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.IO;

namespace ActorArbiter.Transports;

/// <summary>A connection of Akka.IO.</summary>
internal sealed class AkkaIoClientSocket : IClientSocket
{
    private readonly IActorRef _connection;
    private readonly StampSetting _stamps;
    private int _unacknowledged;
    private bool _isClosed;

    public AkkaIoClientSocket(IActorRef connection, IPEndPoint peer, StampSetting stamps)
    {
        _connection = connection;
        Peer = peer;
        _stamps = stamps;
    }

    public IPEndPoint? Peer { get; }

    public void Open(IActorContext owner)
    {
        owner.Watch(_connection);
        _connection.Tell(new Tcp.Register(owner.Self, keepOpenOnPeerClosed: true));
    }

    public void ReadOn() => _connection.Tell(Tcp.ResumeReading.Instance);

    public bool Send(ReadOnlyMemory<byte> bytes)
    {
        _unacknowledged++;
        _connection.Tell(Tcp.Write.Create(DataOf(bytes), Acknowledged.Instance));
        return false;
    }

    public bool EndSending()
    {
        _connection.Tell(Tcp.ConfirmedClose.Instance);
        return false;
    }

    public void Close()
    {
        if (!_isClosed)
            _connection.Tell(Tcp.Abort.Instance);
        _isClosed = true;
    }

    public object? Read(object message) => message switch
    {
        Tcp.Received received => new SocketProtocol.Received().With(received.Data.ToArray(), Stamp()),
        Acknowledged => --_unacknowledged == 0 ? SocketProtocol.Sent.Instance : null,
        Tcp.PeerClosed => SocketProtocol.PeerClosed.Instance,
        Tcp.ErrorClosed error => Closed(new SocketProtocol.Lost(error.Cause ?? "no reason is known")),
        Tcp.CommandFailed failed => new SocketProtocol.Lost(failed.CauseString ?? "no reason is known"),
        Tcp.ConnectionClosed => Closed(SocketProtocol.Closed.Instance),
        Terminated ended when ended.ActorRef.Equals(_connection) => Closed(SocketProtocol.Closed.Instance),
        _ => message,
    };

    private static ByteString DataOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? ByteString.FromBytes(array.Array!, array.Offset, array.Count)
            : ByteString.FromBytes(bytes.ToArray());

    private object Closed(object happened)
    {
        _isClosed = true;
        return happened;
    }

    private ReceiveStamp Stamp() => _stamps == StampSetting.Off
        ? default
        : new ReceiveStamp(StampSource.Read, ReceiveTime.OfRead().Nanoseconds, IsLate: false);

    private sealed class Acknowledged : Tcp.Event
    {
        public static readonly Acknowledged Instance = new();
    }
}
