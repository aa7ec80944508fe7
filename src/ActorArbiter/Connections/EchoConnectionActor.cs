using ActorArbiter.Ordering;
using Akka.Actor;
using Akka.IO;

namespace ActorArbiter.Connections;

/// <summary>
/// Sends every byte back (RFC 862). Reads on when what it read before was handed to the kernel, so a client that does
/// not read is not read from either. An idle client is closed without an error line, which would be none of its bytes.
/// </summary>
internal sealed class EchoConnectionActor : ConnectionActor
{
    private bool _isSending;
    private bool _isEnding;

    public EchoConnectionActor(ConnectionId id, IActorRef connection, ConnectionOptions options)
        : base(id, connection, options)
    {
    }

    public static Props PropsFor(ConnectionId id, IActorRef connection, ConnectionOptions options) =>
        Props.Create<EchoConnectionActor>(id, connection, options);

    protected override void PreStart()
    {
        base.PreStart();
        Context.SetReceiveTimeout(Options.IdleTimeout);
        ReadOn();
    }

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Tcp.Received received:
                _isSending = true;
                SendAcknowledged(received.Data.ToArray());
                break;
            case ConnectionProtocol.Sent:
                Acknowledged();
                _isSending = false;
                if (_isEnding)
                    CloseSendingSide();
                else
                    ReadOn();
                break;
            case ReceiveTimeout when _isSending:
                Cut();
                break;
            case Tcp.PeerClosed or ConnectionProtocol.Shutdown or ReceiveTimeout:
                _isEnding = true;
                if (!_isSending)
                    CloseSendingSide();
                break;
            default:
                Otherwise(message);
                break;
        }
    }
}
