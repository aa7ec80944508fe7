using System.Net;
using System.Net.Sockets;
using ActorArbiter.StampedTcp;
using Akka.Actor;

namespace ActorArbiter.Transports;

/// <summary>A connection of stamped TCP.</summary>
internal sealed class StampedClientSocket : IClientSocket
{
    private readonly StampedSocket _socket;
    private readonly StampedListenerSocket _listener;

    public StampedClientSocket(StampedSocket socket, StampedListenerSocket listener)
    {
        _socket = socket;
        _listener = listener;
    }

    public IPEndPoint? Peer => _socket.RemoteEndPoint;

    public void Open(IActorContext owner) => _socket.Open(owner);

    public void ReadOn() => _socket.AwaitReadable();

    public bool Send(ReadOnlyMemory<byte> bytes) => _socket.Send(bytes);

    public bool EndSending()
    {
        _socket.EndSending();
        return HaveBothEnded;
    }

    public void Close() => _socket.Close();

    public object? Read(object message)
    {
        if (message is not SocketEvent happened)
            return message;
        if (happened == SocketEvent.Readable)
            return Receive();
        if (happened == SocketEvent.Failed)
            return Lost();
        return HaveBothEnded ? SocketProtocol.Closed.Instance : SocketProtocol.Sent.Instance;
    }

    private bool HaveBothEnded => _socket is { HasPeerEnded: true, HasSendingEnded: true };

    private object? Receive()
    {
        switch (_socket.Receive(out var bytes, out var time))
        {
            case ReceiveStatus.Bytes:
                return _listener.Received.With(bytes, _listener.StampOf(time));
            case ReceiveStatus.End:
                return HaveBothEnded ? SocketProtocol.Closed.Instance : SocketProtocol.PeerClosed.Instance;
            case ReceiveStatus.Lost:
                return Lost();
            default:
                _socket.AwaitReadable();
                return null;
        }
    }

    private SocketProtocol.Lost Lost() => new(new SocketException((int)_socket.Error).Message);
}
