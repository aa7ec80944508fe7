using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.StampedTcp;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Connections;

/// <summary>
/// One client: owns its socket, reads one chunk at a time, and ends so that no reset eats the reply.
/// </summary>
/// <remarks>
/// <code>
///  (states of the profile) --Reply--> Lingering --closed by both sides, or time over--> stopped
///            |                            |
///            +-------- connection lost ---+--> stopped
/// </code>
/// A state is a method that takes what happens, which costs less than a behaviour of Akka.NET's: clients come in thousands.
/// </remarks>
internal abstract class ConnectionActor : ActorBase
{
    /// <summary>What is read and thrown away after the reply, so that the client can finish sending.</summary>
    private const int MaxDiscarded = 64 * 1024;

    private readonly IClientSocket _socket;
    private Action<object>? _state;
    private ActorTimer? _linger;
    private int _discarded;

    protected ConnectionActor(ConnectionId id, IClientSocket socket, ConnectionOptions options)
    {
        Id = id;
        _socket = socket;
        Options = options;
    }

    internal ConnectionId Id { get; }

    internal ConnectionOptions Options { get; }

    internal ILoggingAdapter Log => field ??= Context.GetLogger();

    /// <summary>An actor that does not get to start is not told that it stops.</summary>
    public override void AroundPreStart()
    {
        try
        {
            _socket.Open(Context);
            base.AroundPreStart();
        }
        catch
        {
            _socket.Close();
            throw;
        }
    }

    /// <summary>The first state.</summary>
    protected abstract void OnFirst(object message);

    /// <summary>Stops the timers of the profile.</summary>
    protected abstract void CancelTimers();

    protected sealed override bool Receive(object message)
    {
        if (_socket.Read(message) is not { } happened)
            return true;
        if (_state is { } state)
            state(happened);
        else
            OnFirst(happened);
        return true;
    }

    protected override void PostStop()
    {
        CancelTimers();
        _linger?.Cancel();
        _socket.Close();
        ConnectionLog.Closed(Log, Id);
    }

    /// <summary>Takes what happens from now on.</summary>
    protected void GoOnAs(Action<object> state) => _state = state;

    /// <summary>Asks for the next chunk.</summary>
    internal void ReadOn() => _socket.ReadOn();

    /// <summary>Sends bytes after which more may follow.</summary>
    /// <returns>Whether the kernel has all of them; if not, <see cref="SocketProtocol.Sent"/> comes.</returns>
    internal bool Send(ReadOnlyMemory<byte> bytes) => _socket.Send(bytes);

    /// <summary>Tells the client what was wrong, and ends the connection.</summary>
    protected void Refuse(ErrorReply error)
    {
        ConnectionLog.Refused(Log, Id, error);
        Reply(error.ToBytes());
    }

    /// <summary>Sends the last bytes, if there are any, and ends the connection behind all that was sent: the sending side first, then the rest.</summary>
    internal void Reply(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.IsEmpty)
            Send(bytes);
        CloseSendingSide();
    }

    /// <summary>Ends the connection without a further byte.</summary>
    protected void CloseSendingSide()
    {
        CancelTimers();
        if (_socket.EndSending())
        {
            Context.Stop(Self);
            return;
        }

        StartLinger();
        GoOnAs(Lingering);
    }

    /// <summary>Ends the connection at once, with a reset: its client leaves too much unread.</summary>
    internal void Cut()
    {
        ConnectionLog.DoesNotRead(Log, Id);
        Context.Stop(Self);
    }

    /// <summary>Handles what a state has no case for: the actor stops when its connection is no more.</summary>
    internal void Otherwise(object message)
    {
        switch (message)
        {
            case SocketProtocol.Lost lost:
                ConnectionLog.Lost(Log, Id, lost.Reason);
                Context.Stop(Self);
                break;
            case SocketProtocol.Closed:
                Context.Stop(Self);
                break;
            case SocketProtocol.Sent or TimeOver:
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Lingering(object message)
    {
        switch (message)
        {
            case SocketProtocol.Received received:
                _discarded += received.Bytes.Length;
                if (_discarded <= MaxDiscarded)
                    ReadOn();
                break;
            case SocketProtocol.Sent:
                StartLinger(); // The client has the time from now on: it had to read first.
                break;
            case LingerOver:
                Context.Stop(Self);
                break;
            case SocketProtocol.PeerClosed or ConnectionProtocol.Shutdown:
                break;
            case OrderingProtocol.Seated or OrderingProtocol.Greet:
            case OrderingProtocol.Acknowledge or OrderingProtocol.Refuse or OrderingProtocol.Deliver:
                break; // Told before the ordering actor heard that this client is leaving.
            default:
                Otherwise(message);
                break;
        }
    }

    private void StartLinger()
    {
        _linger ??= ActorTimer.Of(Context, LingerOver.Instance);
        _linger.Start(Options.Linger);
    }

    private sealed class LingerOver : TimeOver
    {
        public static readonly LingerOver Instance = new();
    }
}
