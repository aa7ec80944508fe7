using ActorArbiter.Ordering;
using ActorArbiter.Transports;

namespace ActorArbiter.Connections;

/// <summary>
/// Sends every byte back (RFC 862). Reads on when what it read before was handed to the kernel, so a client that does
/// not read is not read from either. An idle client is closed without an error line, which would be none of its bytes.
/// </summary>
internal sealed class EchoConnectionActor : ConnectionActor
{
    private readonly PatientTimer _idle;
    private bool _isSending;
    private bool _isEnding;

    public EchoConnectionActor(ConnectionId id, IClientSocket socket, ConnectionOptions options)
        : base(id, socket, options) =>
        _idle = new PatientTimer(Context, IdleTooLong.Instance, options.Time);

    protected override void PreStart() => GoOn();

    protected override void CancelTimers() => _idle.Cancel();

    protected override void OnFirst(object message)
    {
        switch (message)
        {
            case SocketProtocol.Received received:
                _isSending = true;
                _idle.Start(Options.IdleTimeout);
                if (Send(received.Bytes.ToArray()))
                    Sent();
                break;
            case SocketProtocol.Sent:
                Sent();
                break;
            case IdleTooLong:
                if (_idle.IsOver())
                    EndIdle();
                break;
            case SocketProtocol.PeerClosed or ConnectionProtocol.Shutdown:
                End();
                break;
            default:
                Otherwise(message);
                break;
        }
    }

    private void Sent()
    {
        _isSending = false;
        if (!_isEnding)
        {
            GoOn();
            return;
        }

        CloseSendingSide();
        ReadOn(); // To learn that the client has closed: nothing was asked for while something was owed.
    }

    private void GoOn()
    {
        _idle.Start(Options.IdleTimeout);
        ReadOn();
    }

    private void EndIdle()
    {
        if (_isSending)
            Cut();
        else
            End();
    }

    private void End()
    {
        _isEnding = true;
        if (!_isSending)
            CloseSendingSide();
    }

    private sealed class IdleTooLong : TimeOver
    {
        public static readonly IdleTooLong Instance = new();
    }
}
