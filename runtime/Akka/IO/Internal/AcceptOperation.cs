using System.Net.Sockets;
using Akka.Actor;

namespace Akka.IO.Internal;

/// <summary>
/// Accepts on whatever thread the socket completes on. A connection that is accepted when the listener has stopped is closed.
/// </summary>
internal sealed class AcceptOperation : SocketAsyncEventArgs, IAcceptor
{
    private readonly Lock _gate = new();
    private readonly Socket _socket;
    private readonly IActorRef _listener;
    private bool _completed;
    private bool _abandoned;

    public AcceptOperation(Socket socket, IActorRef listener)
        : base(unsafeSuppressExecutionContextFlow: true)
    {
        _socket = socket;
        _listener = listener;
    }

    public bool Start()
    {
        _completed = false;
        if (_socket.AcceptAsync(this)) return true;
        _completed = true;
        return false;
    }

    public SocketError Take(out Socket? accepted)
    {
        accepted = SocketError == SocketError.Success ? AcceptSocket : null;
        AcceptSocket = null;
        return SocketError;
    }

    public void Abandon()
    {
        lock (_gate)
        {
            _abandoned = true;
            // While the accept is under way the event args are not ours to touch.
            if (_completed) AcceptSocket?.Dispose();
        }

        Dispose();
    }

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        lock (_gate)
        {
            _completed = true;
            if (_abandoned)
            {
                AcceptSocket?.Dispose();
                return;
            }
        }

        _listener.Tell(AcceptFinished.Instance, ActorRefs.NoSender);
    }
}
