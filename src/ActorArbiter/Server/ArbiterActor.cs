using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ActorArbiter.Clocks;
using ActorArbiter.Journal;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Transcript;
using ActorArbiter.Transports;
using Akka.Actor;
using Akka.Event;

namespace ActorArbiter.Server;

/// <summary>The server as a whole: starts its parts in order, and ends them in order.</summary>
/// <remarks>
/// <code>
///  /user/arbiter --- transcript
///                 |- journal, if verdicts are kept
///                 |- ordering
///                 `- listener-1 ... --- connection-1 ...
///
///  Opening --journal opened--> Starting --all bound--> Serving --Stop, RoundsDone, a part failed--> Closing
///     |                            |                                                                   ^
///     +--it cannot be opened-------+--a listener cannot be bound, Stop---------------------------------+
///
///  Closing --[the journal takes too long]--> GivingUp --> Draining --> Finishing --> Ended
/// </code>
/// Closing: the ordering actor tells whoever waits. GivingUp: it waits for the journal no longer. Draining: the connections close. Finishing: the transcript is
/// written and the journal closed. A part that fails is not restarted, for its state is lost: the server ends with a failure.
/// </remarks>
internal sealed class ArbiterActor : ReceiveActor, IWithTimers
{
    private readonly ILoggingAdapter _log = Context.GetLogger();
    private readonly ArbiterOptions _options;
    private readonly ITransport _transport;
    private readonly TextWriter _output;
    private readonly PortFile? _portFile;

    private readonly Dictionary<int, IPEndPoint> _bound = [];
    private readonly HashSet<IActorRef> _listeners = [];
    private readonly List<IActorRef> _awaitingAddresses = [];
    private readonly List<IActorRef> _awaitingOutcome = [];
    private readonly HashSet<IActorRef> _unfinished = [];
    private IActorRef _transcript = ActorRefs.Nobody;
    private IActorRef _journal = ActorRefs.Nobody;
    private IActorRef _ordering = ActorRefs.Nobody;
    private bool _hasWrittenPortFile;
    private string? _failure;

    public ArbiterActor(ArbiterOptions options, ITransport transport, TextWriter output)
    {
        _options = options;
        _transport = transport;
        _output = output;
        _portFile = options.PortFile is { } path ? new PortFile(path) : null;
        Opening();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private ArbiterProtocol.Outcome Outcome => new(_failure);

    private ArbiterProtocol.Addresses Addresses => new([.. _options.Listeners.Select(each => _bound[each.Number])]);

    /// <param name="options">What the server is told at its start.</param>
    /// <param name="transport">What carries its connections.</param>
    /// <param name="output">Where the transcript goes.</param>
    public static Props PropsFor(ArbiterOptions options, ITransport transport, TextWriter output) =>
        Props.Create(() => new ArbiterActor(options, transport, output));

    protected override SupervisorStrategy SupervisorStrategy() => Akka.Actor.SupervisorStrategy.StoppingStrategy;

    protected override void PreStart()
    {
        _transcript = Context.Watch(Context.ActorOf(TranscriptActor.PropsFor(_output), "transcript"));
        if (!TryPortFile(file => file.Delete()))
            Close();
        else if (_options.Journal is { } journal)
            _journal = Context.Watch(Context.ActorOf(JournalActor.PropsFor(journal), "journal"));
        else
            Start(journal: null);
    }

    private void Start(OpenJournal? journal)
    {
        Become(Starting);
        var transcript = _options.Quiet ? ActorRefs.Nobody : _transcript;
        var props = OrderingActor.PropsFor(
            _options.Ordering, transcript, TimeProvider.System, HostClocks.System, journal);
        _ordering = Context.Watch(Context.ActorOf(props, "ordering"));
        StartListening();
    }

    private void StartListening()
    {
        foreach (var listener in _options.Listeners)
        {
            var props = TcpServerActor.PropsFor(listener, _options.Connections, _options.Limits, _ordering, _transport);
            _listeners.Add(Context.Watch(Context.ActorOf(props, $"listener-{listener.Number}")));
        }
    }

    private void Opening()
    {
        Receive<JournalProtocol.Opened>(opened => Start(new OpenJournal(_journal, opened.Names)));
        Receive<ArbiterProtocol.AwaitAddresses>(_ => _awaitingAddresses.Add(Sender));
        Always();
    }

    private void Starting()
    {
        Receive<TcpServerProtocol.Listening>(listening =>
        {
            _bound.Add(listening.Listener.Number, listening.BoundTo);
            TcpServerLog.Listening(_log, listening.BoundTo, listening.Listener.Profile);
            if (_bound.Count == _options.Listeners.Count)
                Serve();
        });
        Receive<TcpServerProtocol.BindFailed>(failed => Fail(Describe(failed)));
        Receive<ArbiterProtocol.AwaitAddresses>(_ => _awaitingAddresses.Add(Sender));
        Always();
    }

    private void Serving()
    {
        Receive<ArbiterProtocol.AwaitAddresses>(_ => Sender.Tell(Addresses));
        Always();
    }

    private void Closing()
    {
        Receive<OrderingProtocol.Closed>(_ => Drain());
        Receive<Terminated>(_ => Drain(), terminated => terminated.ActorRef.Equals(_ordering));
        Receive<TimeOver>(_ => GiveUp());
        Ending();
    }

    private void GivingUp()
    {
        Receive<OrderingProtocol.Closed>(_ => Drain());
        Receive<Terminated>(_ => Drain(), terminated => terminated.ActorRef.Equals(_ordering));
        Receive<TimeOver>(_ => Finish());
        Ending();
    }

    private void Draining()
    {
        Receive<TcpServerProtocol.Drained>(_ => Drained(Sender));
        Receive<Terminated>(terminated => Drained(terminated.ActorRef));
        Receive<TimeOver>(_ => Finish());
        Ending();
    }

    private void Finishing()
    {
        Receive<TranscriptProtocol.Finished>(_ => Finished(Sender));
        Receive<JournalProtocol.Closed>(_ => Finished(Sender));
        Receive<Terminated>(terminated => Finished(terminated.ActorRef));
        Receive<TimeOver>(_ => End());
        Ending();
    }

    private void Ended()
    {
        Receive<ArbiterProtocol.AwaitOutcome>(_ => Sender.Tell(Outcome));
        Receive<ArbiterProtocol.AwaitAddresses>(_ => Sender.Tell(Outcome));
        Ending();
    }

    private void Always()
    {
        Receive<ArbiterProtocol.AwaitOutcome>(_ => _awaitingOutcome.Add(Sender));
        Receive<OrderingProtocol.RoundsDone>(_ => Close());
        Receive<JournalProtocol.Failed>(failed => Fail(failed.Reason));
        Receive<ArbiterProtocol.Stop>(_ =>
        {
            TcpServerLog.Stopping(_log);
            Close();
        });
        Receive<Terminated>(terminated =>
        {
            // Whoever is dead is not waited for.
            _listeners.Remove(terminated.ActorRef);
            if (terminated.ActorRef.Equals(_ordering))
                _ordering = ActorRefs.Nobody;
            if (terminated.ActorRef.Equals(_transcript))
                _transcript = ActorRefs.Nobody;
            if (terminated.ActorRef.Equals(_journal))
            {
                _journal = ActorRefs.Nobody;
                _ordering.Tell(new JournalProtocol.Failed("the journal's actor failed"));
            }

            Fail($"{terminated.ActorRef.Path.Name} failed; the log says why");
        });
    }

    /// <summary>What may still come once the end has begun.</summary>
    private void Ending()
    {
        Receive<ArbiterProtocol.AwaitOutcome>(_ => _awaitingOutcome.Add(Sender));
        Receive<ArbiterProtocol.AwaitAddresses>(_ => _awaitingAddresses.Add(Sender));
        Receive<ArbiterProtocol.Stop>(_ => { });
        Receive<OrderingProtocol.RoundsDone>(_ => { });
        Receive<OrderingProtocol.Closed>(_ => { });
        Receive<TcpServerProtocol.Listening>(_ => { });
        Receive<TcpServerProtocol.BindFailed>(_ => { });
        Receive<TcpServerProtocol.Drained>(_ => { });
        Receive<TranscriptProtocol.Finished>(_ => { });
        Receive<JournalProtocol.Opened>(_ => { });
        Receive<JournalProtocol.Failed>(failed => _failure ??= failed.Reason);
        Receive<JournalProtocol.Closed>(_ => { });
        Receive<Terminated>(terminated => _listeners.Remove(terminated.ActorRef));
    }

    private void Serve()
    {
        if (!TryPortFile(file => file.Write(Addresses.Bound)))
        {
            Close();
            return;
        }

        _hasWrittenPortFile = true;
        _transcript.Tell(new TranscriptProtocol.Ready());
        foreach (var listener in _listeners)
            listener.Tell(new TcpServerProtocol.StartAccepting());
        foreach (var asker in _awaitingAddresses)
            asker.Tell(Addresses);
        _awaitingAddresses.Clear();
        Become(Serving);
    }

    private void Fail(string failure)
    {
        _failure = failure;
        Close();
    }

    private void Close()
    {
        StartTimer();
        foreach (var listener in _listeners)
            listener.Tell(new TcpServerProtocol.StopAccepting());
        Become(Closing);
        if (_ordering.IsNobody())
            Drain();
        else
            _ordering.Tell(new OrderingProtocol.Close());
    }

    /// <summary>The ordering actor waits for the journal alone, and that may take for ever.</summary>
    private void GiveUp()
    {
        if (_options.Journal is { Path: var path })
        {
            var patience = Durations.Format(_options.DrainTimeout);
            _failure ??= $"the journal {Path.GetFullPath(path)} did not record the last verdicts within {patience}: nobody was told "
                + "them, and they may be recorded all the same";
            _journal = ActorRefs.Nobody;
        }

        StartTimer();
        Become(GivingUp);
        _ordering.Tell(new OrderingProtocol.GiveUp());
    }

    private void Drain()
    {
        Become(Draining);
        foreach (var listener in _listeners)
            listener.Tell(new TcpServerProtocol.Drain());
        FinishIfDrained();
    }

    private void Drained(IActorRef listener)
    {
        _listeners.Remove(listener);
        FinishIfDrained();
    }

    private void FinishIfDrained()
    {
        if (_listeners.Count == 0)
            Finish();
    }

    private void Finish()
    {
        StartTimer();
        Become(Finishing);
        _unfinished.UnionWith(new[] { _transcript, _journal }.Where(part => !part.IsNobody()));
        _transcript.Tell(new TranscriptProtocol.Finish());
        _journal.Tell(new JournalProtocol.Close());
        if (_unfinished.Count == 0)
            End();
    }

    private void Finished(IActorRef part)
    {
        if (_unfinished.Remove(part) && _unfinished.Count == 0)
            End();
    }

    private void End()
    {
        Timers.CancelAll();
        if (_hasWrittenPortFile)
            TryPortFile(file => file.Delete());
        foreach (var asker in _awaitingOutcome.Concat(_awaitingAddresses))
            asker.Tell(Outcome);
        Become(Ended);
    }

    private void StartTimer() =>
        Timers.StartSingleTimer(TimeOver.Instance, TimeOver.Instance, _options.DrainTimeout);

    private bool TryPortFile(Action<PortFile> use)
    {
        if (_portFile is null)
            return true;
        try
        {
            use(_portFile);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            _failure ??= $"cannot use the port file {_options.PortFile}: {e.Message}";
            return false;
        }
    }

    private static string Describe(TcpServerProtocol.BindFailed failed)
    {
        var endPoint = failed.Listener.EndPoint;
        return failed.Cause is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"cannot listen on {endPoint}: port {endPoint.Port} is in use; choose another --port, or --port 0 for a free one")
            : $"cannot listen on {endPoint}: {failed.Cause?.Message ?? "the reason is not known"}";
    }

    private sealed class TimeOver
    {
        public static readonly TimeOver Instance = new();
    }
}
