using System.Net.Sockets;
using Akka.Actor;
using Akka.Dispatch.EventLoops;
using Akka.Event;

namespace Akka.IO.Internal;

/// <summary>
/// One connection. Bytes from the peer go from its <see cref="SocketReader"/> straight to the handler; everything else passes
/// through here.
/// </summary>
/// <remarks>
/// <code>
///   AwaitingRegister --Register--> Open
///        | Close, ConfirmedClose     | Close, ConfirmedClose, end of stream
///        '------------.--------------'
///                     v
///                 Flushing --all is sent, ConfirmedClose--> AwaitingPeer
///                     | all is sent                               | end of stream, Close
///                     '---------------------.---------------------'
///   any --Abort, error--.                   v
///                       '---------------> Ending --the reader has ended--> told and stopped
/// </code>
/// A close command before Register goes the same way as one after it. When the handler stops, an open connection is reset; one
/// that is closing still sends what was written.
/// </remarks>
internal sealed partial class TcpConnectionActor : ActorBase
{
    /// <summary>How many turns pass before a registration counts as late: its handler is started in between.</summary>
    private const int TurnsToRegister = 4;

    private static readonly TimeSpan LookForLossEvery = TimeSpan.FromSeconds(2);

    private readonly TcpSettings _settings;
    private readonly ILoggingAdapter _log;
    private readonly EstablishedSocket _established;

    private State _state;
    private IActorRef? _handler;
    private bool _keepsOpen;
    private bool _suspendsWhenFull;
    private ISocketReader? _reader;
    private SocketWriter? _writer;
    private byte _turnsUnregistered;
    private bool _readingWanted;
    private bool _flushScheduled;
    private ICancelable? _lookingForLoss;

    public TcpConnectionActor(TcpSettings settings, EstablishedSockets sockets, ILoggingAdapter log)
    {
        _established = sockets.Take();
        _settings = settings;
        _log = log;
        _readingWanted = !_established.PullMode;

        // On an event loop each call says that it does not wait.
        if (EventLoop is null) Socket.Blocking = false;
    }

    public static Props PropsFor(TcpSettings settings, EstablishedSockets sockets, ILoggingAdapter log) =>
        Props.Create(() => new TcpConnectionActor(settings, sockets, log));

    private Socket Socket => _established.Socket;

    private enum State
    {
        AwaitingRegister,
        Open,
        Flushing,
        AwaitingPeer,
        Ending,
    }

    private IActorRef Commander => _established.Commander;

    /// <summary>Where the actor shares its thread with its socket; else null.</summary>
    private static EventLoop? EventLoop => (Context.Dispatcher as EventLoopDispatcher)?.Loop;

    /// <summary>Made for the first write: most idle connections have written nothing.</summary>
    private SocketWriter Writer => _writer ??= new SocketWriter(
        Socket, Self, _settings.WriteCommandsQueueMaxSize, EventLoop)
    {
        SuspendsWhenFull = _suspendsWhenFull,
    };

    protected override void PreStart()
    {
        Commander.Tell(new Tcp.Connected(_established.Remote, _established.Local), Self);
        Self.Tell(AwaitRegister.Instance, ActorRefs.NoSender);
    }

    // A state is a value here, and not a behaviour, which would take each connection a delegate of 64 bytes.
    protected override bool Receive(object message) => _state switch
    {
        State.AwaitingRegister => AwaitingRegister(message),
        State.Open => Open(message),
        State.Flushing => Flushing(message),
        State.AwaitingPeer => AwaitingPeer(message),
        _ => Ending(message),
    };

    private bool AwaitingRegister(object message)
    {
        switch (message)
        {
            case Tcp.Register register:
                OnRegister(register);
                return true;
            case AwaitRegister:
                LetTimeForRegister();
                return true;
            case Tcp.WriteCommand write:
                Writer.TryAdd(write, Sender);
                return true;
            case Tcp.ResumeReading:
                _readingWanted = true;
                return true;
            case Tcp.SuspendReading:
                _readingWanted = false;
                return true;
            case Tcp.CloseCommand close:
                Context.SetReceiveTimeout(null);
                BeginClose(close.Event, Sender);
                return true;
            case ReceiveTimeout:
                TcpLog.NotRegistered(_log, _established.Remote, _settings.RegisterTimeout);
                Context.Stop(Self);
                return true;
            default:
                return HandleWatching(message);
        }
    }

    private bool Open(object message)
    {
        switch (message)
        {
            case Tcp.WriteCommand write:
                Write(write);
                return true;
            case Tcp.CloseCommand close:
                BeginClose(close.Event, Sender);
                return true;
            case ReadingEnded { Error: SocketError.Success }:
                _peerEnded = true;
                if (_keepsOpen)
                    KeepHalfOpen();
                else
                    BeginClose(Tcp.PeerClosed.Instance, commander: null);
                return true;
            default:
                return HandleTraffic(message) || HandleWatching(message);
        }
    }

    /// <summary>Reading and sending, in all states between Register and the end.</summary>
    private bool HandleTraffic(object message)
    {
        switch (message)
        {
            case AwaitRegister:
                return true;
            case Flush:
                _flushScheduled = false;
                GoOnAfter(Writer.Flush(mayDelegate: _state == State.Open));
                return true;
            case PendingSend.Finished:
                GoOnAfter(Writer.FlushAfterPending());
                return true;
            case Tcp.ResumeReading:
                _reader?.Resume();
                return true;
            case Tcp.SuspendReading:
                _reader?.Suspend();
                return true;
            case Tcp.ResumeWriting resume:
                Writer.Resume(resume, Sender);
                return true;
            case ReadingEnded lost:
                Fail(lost.Error);
                return true;
            case LookForLoss:
                if (SocketErrors.TakePending(Socket) is var error and not SocketError.Success)
                    Fail(error);
                return true;
            default:
                return false;
        }
    }

    private bool HandleWatching(object message)
    {
        if (message is not Terminated) return false;
        TcpLog.HandlerStopped(_log, _established.Remote);
        Context.Stop(Self);
        return true;
    }

    /// <summary>Most are registered a few turns later; a timer, and a watch on the commander, are for the others.</summary>
    private void LetTimeForRegister()
    {
        if (++_turnsUnregistered < TurnsToRegister)
        {
            Self.Tell(AwaitRegister.Instance, ActorRefs.NoSender);
            return;
        }

        Context.Watch(Commander);
        Context.SetReceiveTimeout(_settings.RegisterTimeout);
    }

    private void OnRegister(Tcp.Register register)
    {
        Context.SetReceiveTimeout(null);
        if (!register.Handler.Equals(Commander)) Context.Unwatch(Commander);
        Context.Watch(register.Handler);

        (_handler, _keepsOpen, _suspendsWhenFull) =
            (register.Handler, register.KeepOpenOnPeerClosed, register.UseResumeWriting);
        _reader = NewReader(register.Handler);
        _state = State.Open;
        if (_readingWanted) _reader.Resume();
        if (_writer is null) return;
        _writer.SuspendsWhenFull = _suspendsWhenFull;
        if (!_writer.IsIdle) ScheduleFlush();
    }

    private ISocketReader NewReader(IActorRef handler) =>
        EventLoop is { } loop
            ? new EventLoopReader(loop, in _established, Self, handler, _settings.ReceivedMessageSizeLimit)
            : new SocketReader(
                Socket,
                Self,
                handler,
                _established.PullMode,
                ChunkReceiver.For(_established.Timestamps),
                _settings.ReceivedMessageSizeLimit);

    /// <summary>
    /// Nothing is received from now on, which would tell that the connection is lost; as nothing may be sent for long either, it
    /// is looked after.
    /// </summary>
    private void KeepHalfOpen()
    {
        _handler!.Tell(Tcp.PeerClosed.Instance, Self);
        _lookingForLoss = Context.System.Scheduler.ScheduleTellRepeatedlyCancelable(
            LookForLossEvery, LookForLossEvery, Self, LookForLoss.Instance, ActorRefs.NoSender);
    }

    private void Write(Tcp.WriteCommand write)
    {
        // The kernel may have space for what has been taken since the last flush.
        if (!Writer.HasSpaceFor(write) && Writer.Flush() is var error and not SocketError.Success)
        {
            RefuseWrite(write);
            Fail(error);
            return;
        }

        if (Writer.TryAdd(write, Sender)) ScheduleFlush();
    }

    /// <summary>Sends after what is in the mailbox now, so that writes which came together leave together.</summary>
    private void ScheduleFlush()
    {
        if (_flushScheduled) return;
        if (EventLoop is not null && !((ActorCell)Context).Mailbox.HasMessages)
        {
            // Whoever else runs on this thread has told all it had to tell before this turn.
            GoOnAfter(Writer.Flush(mayDelegate: true));
            return;
        }

        _flushScheduled = true;
        Self.Tell(Flush.Instance, ActorRefs.NoSender);
    }

    private sealed class AwaitRegister : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly AwaitRegister Instance = new();
    }

    private sealed class LookForLoss : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly LookForLoss Instance = new();
    }

    private sealed class Flush : INoSerializationVerificationNeeded, IDeadLetterSuppression
    {
        public static readonly Flush Instance = new();
    }
}
