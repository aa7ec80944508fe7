using System.Runtime.InteropServices;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using Akka.Actor;
using Akka.Event;
using Akka.IO;

namespace ActorArbiter.Connections;

/// <summary>
/// One client: registers with its TCP connection, reads one chunk at a time, and ends so that no reset eats the reply.
/// </summary>
/// <remarks>
/// <code>
///  (states of the profile) --Reply--> Replying --Sent--> Lingering --closed by both sides, or time over--> stopped
///            |                            |
///            +-------- connection lost ---+--> stopped
/// </code>
/// The props of a profile name the type and its arguments: as an expression they would cost more than the actor.
/// </remarks>
internal abstract class ConnectionActor : UntypedActor, IWithTimers
{
    /// <summary>What is read and thrown away after the reply, so that the client can finish sending.</summary>
    private const int MaxDiscarded = 64 * 1024;

    private readonly IActorRef _connection;
    private int _unacknowledged;
    private int _discarded;

    protected ConnectionActor(ConnectionId id, IActorRef connection, ConnectionOptions options)
    {
        Id = id;
        _connection = connection;
        Options = options;
    }

    public ITimerScheduler Timers { get; set; } = null!;

    internal ConnectionId Id { get; }

    internal ConnectionOptions Options { get; }

    internal ILoggingAdapter Log => field ??= Context.GetLogger();

    protected override void PreStart()
    {
        Context.Watch(_connection);
        _connection.Tell(new Tcp.Register(Self, keepOpenOnPeerClosed: true));
    }

    protected override void PostStop() => ConnectionLog.Closed(Log, Id);

    /// <summary>Asks for the next chunk.</summary>
    internal void ReadOn() => _connection.Tell(Tcp.ResumeReading.Instance);

    /// <summary>Sends bytes after which more may follow.</summary>
    protected void Send(ReadOnlyMemory<byte> bytes) => _connection.Tell(Tcp.Write.Create(ToData(bytes)));

    /// <summary>
    /// Sends bytes and has <see cref="ConnectionProtocol.Sent"/> told when the kernel has them, upon which the profile calls
    /// <see cref="Acknowledged"/>.
    /// </summary>
    internal void SendAcknowledged(ReadOnlyMemory<byte> bytes)
    {
        _unacknowledged++;
        _connection.Tell(Tcp.Write.Create(ToData(bytes), ConnectionProtocol.Sent.Instance));
    }

    /// <summary>The kernel has the bytes of one more <see cref="SendAcknowledged"/>.</summary>
    internal void Acknowledged() => _unacknowledged--;

    /// <summary>Tells the client what was wrong, and ends the connection.</summary>
    protected void Refuse(ErrorReply error)
    {
        ConnectionLog.Refused(Log, Id, error);
        Reply(error.ToBytes());
    }

    /// <summary>
    /// Sends the last bytes, if there are any, and ends the connection when the kernel has all that was sent: the sending
    /// side first, then the rest.
    /// </summary>
    internal void Reply(ReadOnlyMemory<byte> bytes)
    {
        if (!bytes.IsEmpty)
            SendAcknowledged(bytes);
        if (_unacknowledged == 0)
        {
            CloseSendingSide();
            return;
        }

        Timers.CancelAll();
        Context.SetReceiveTimeout(null);
        StartLinger();
        Become(Replying);
    }

    /// <summary>Ends the connection without a further byte.</summary>
    protected void CloseSendingSide()
    {
        Timers.CancelAll();
        Context.SetReceiveTimeout(null);
        StartLinger();
        _connection.Tell(Tcp.ConfirmedClose.Instance);
        Become(Lingering);
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
            case Tcp.ErrorClosed error:
                ConnectionLog.Lost(Log, Id, error.Cause);
                Context.Stop(Self);
                break;
            case Tcp.CommandFailed failed:
                ConnectionLog.Lost(Log, Id, failed.CauseString);
                Context.Stop(Self);
                break;
            case Terminated:
            case Tcp.ConnectionClosed and not Tcp.PeerClosed:
                Context.Stop(Self);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Replying(object message)
    {
        switch (message)
        {
            case ConnectionProtocol.Sent:
                Acknowledged();
                if (_unacknowledged == 0)
                    CloseSendingSide();
                break;
            default:
                Lingering(message);
                break;
        }
    }

    private void Lingering(object message)
    {
        switch (message)
        {
            case Tcp.Received received:
                _discarded += received.Data.Count;
                if (_discarded <= MaxDiscarded)
                    ReadOn();
                break;
            case LingerOver:
                Context.Stop(Self);
                break;
            case Tcp.PeerClosed or ConnectionProtocol.Shutdown:
                break;
            case OrderingProtocol.Seated or OrderingProtocol.Greet:
            case OrderingProtocol.Acknowledge or OrderingProtocol.Refuse or OrderingProtocol.Deliver:
                break; // Told before the ordering actor heard that this client is leaving.
            default:
                Otherwise(message);
                break;
        }
    }

    /// <summary>The same bytes: all that is sent lies in arrays.</summary>
    private static ByteString ToData(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? ByteString.FromBytes(array) : ByteString.FromBytes(bytes.ToArray());

    private void StartLinger() => Timers.StartSingleTimer(LingerOver.Instance, LingerOver.Instance, Options.Linger);

    private sealed class LingerOver
    {
        public static readonly LingerOver Instance = new();
    }
}
