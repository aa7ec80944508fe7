using System.Net.Sockets;
using Akka.Actor;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>
/// The one accept that a listener has under way. A connection that is accepted when the listener has stopped is closed.
/// </summary>
internal sealed class AcceptOperation : SocketAsyncEventArgs
{
    private readonly Lock _gate = new();
    private readonly IActorRef _listener;
    private bool _completed;
    private bool _abandoned;

    public AcceptOperation(IActorRef listener)
        : base(unsafeSuppressExecutionContextFlow: true) => _listener = listener;

    /// <returns>Whether it waits, and tells <see cref="Finished"/>; if not, it is done already.</returns>
    public bool Start(Socket socket)
    {
        _completed = false;
        if (socket.AcceptAsync(this)) return true;
        _completed = true;
        return false;
    }

    /// <summary>The accepted socket, which is the caller's from now on, or why there is none.</summary>
    public SocketError Take(out Socket? accepted)
    {
        accepted = SocketError == SocketError.Success ? AcceptSocket : null;
        AcceptSocket = null;
        return SocketError;
    }

    /// <summary>Nobody will take the result.</summary>
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

        _listener.Tell(Finished.Instance, ActorRefs.NoSender);
    }

    internal sealed class Finished : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly Finished Instance = new();
    }
}
