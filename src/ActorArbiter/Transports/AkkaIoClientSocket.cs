using System.Net;
using System.Runtime.InteropServices;
using ActorArbiter.Ordering;
using ActorArbiter.StampedTcp;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorArbiter.Transports;

/// <summary>A connection of Akka.IO.</summary>
internal sealed class AkkaIoClientSocket : IClientSocket
{
    private readonly IActorRef _connection;
    private readonly StampSetting _stamps;
    private Writer? _writer;
    private int _unacknowledged;

    /// <summary>Nobody takes what is told the connection any more.</summary>
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
        _writer = new Writer(owner);
        _connection.Tell(new Tcp.Register(owner.Self, keepOpenOnPeerClosed: true));
    }

    public void ReadOn() => Tell(Tcp.ResumeReading.Instance);

    public bool Send(ReadOnlyMemory<byte> bytes)
    {
        _unacknowledged++;
        if (!_isClosed)
            _connection.Tell(Tcp.Write.Create(DataOf(bytes), Acknowledged.Instance), _writer);
        return false;
    }

    public bool EndSending()
    {
        Tell(Tcp.ConfirmedClose.Instance);
        return false;
    }

    public void Close()
    {
        Tell(Tcp.Abort.Instance);
        _isClosed = true;
    }

    public object? Read(object message) => message switch
    {
        Tcp.Received received => new SocketProtocol.Received().With(received.Data.ToArray(), Stamp()),
        Acknowledged => --_unacknowledged == 0 ? SocketProtocol.Sent.Instance : null,
        Tcp.PeerClosed => SocketProtocol.PeerClosed.Instance,
        Tcp.ErrorClosed error => Closed(new SocketProtocol.Lost(error.Cause ?? "no reason is known")),
        Failed failed => new SocketProtocol.Lost(failed.Cause ?? "no reason is known"),
        Tcp.ConnectionClosed => Closed(SocketProtocol.Closed.Instance),
        Terminated ended when ended.ActorRef.Equals(_connection) => Closed(SocketProtocol.Closed.Instance),
        _ => message,
    };

    private static ByteString DataOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? ByteString.FromBytes(array.Array!, array.Offset, array.Count)
            : ByteString.FromBytes(bytes.ToArray());

    private void Tell(object command)
    {
        if (!_isClosed)
            _connection.Tell(command);
    }

    private object Closed(object happened)
    {
        _isClosed = true;
        return happened;
    }

    private ReceiveStamp Stamp() => _stamps == StampSetting.Off
        ? default
        : new ReceiveStamp(StampSource.Read, ReceiveTime.OfRead().Nanoseconds, IsLate: false);

    /// <summary>
    /// Whom the connection answers writes. An owner that ends leaves failures unread, as what it closes fails: that is nothing that
    /// ought to be logged.
    /// </summary>
    private sealed class Writer(IActorContext owner) : MinimalActorRef
    {
        private readonly IActorRef _owner = owner.Self;

        public override ActorPath Path => _owner.Path;

        public override IActorRefProvider Provider { get; } = ((ExtendedActorSystem)owner.System).Provider;

        protected override void TellInternal(object message, IActorRef sender) =>
            _owner.Tell(message is Tcp.CommandFailed failed ? new Failed(failed.CauseString) : message, sender);
    }

    private sealed record Failed(string? Cause) : IDeadLetterSuppression;

    private sealed class Acknowledged : Tcp.Event, IDeadLetterSuppression
    {
        public static readonly Acknowledged Instance = new();
    }
}
