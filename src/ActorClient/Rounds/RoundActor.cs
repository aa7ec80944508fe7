using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient.Connecting;
using ActorClient.Conversation;
using Akka.Actor;
using Akka.IO;

namespace ActorClient.Rounds;

/// <summary>
/// Carries out a <see cref="RoundConversation"/>: gets a connection and, when it is lost, another, until there is an outcome
/// or the time is over. Then it takes leave of the server and stops. It is not restarted, for then the conversation would
/// begin in the middle.
/// </summary>
/// <remarks>
/// <code>
///           +---------------pause----------------+
///           v                                    |
///       Connecting --Connected--> Conversing --lost--> Pausing
///           |                         |                   |
///           |                 outcome, failure,        failure,
///        failure                    Leave               Leave
///           v                         v                   v
///        stopped &lt;----closed----- Leaving              stopped
/// </code>
/// The first connection may fail for good; later ones are tried until the time is over.
/// </remarks>
internal sealed class RoundActor : ReceiveActor, IWithTimers
{
    /// <summary>How long the server may take to say goodbye before the connection is cut.</summary>
    internal static readonly TimeSpan LeavePatience = TimeSpan.FromSeconds(1);

    private static readonly ClientOutcome TooLong =
        new ClientOutcome.ConnectionLost($"the server said a line of more than {ReplyReader.MaxLineBytes} bytes");

    private readonly ArbiterClientOptions _options;
    private readonly RoundConversation _conversation;
    private readonly IRoundObserver _observer;
    private readonly IActorRef _tcp;
    private readonly HostResolver _resolve;
    private readonly Func<double> _random;
    private readonly Backoff _backoff;
    private IActorRef _connector = ActorRefs.Nobody;
    private bool _wasConnected;
    private bool _isAwaited;

    public RoundActor(
        ArbiterClientOptions options,
        RoundConversation conversation,
        IRoundObserver observer,
        IActorRef tcp,
        HostResolver resolve,
        Func<double> random)
    {
        _options = options;
        _conversation = conversation;
        _observer = observer;
        _tcp = tcp;
        _resolve = resolve;
        _random = random;
        _backoff = new Backoff(options, random);
        Connecting();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>An actor that begins at once.</summary>
    /// <param name="options">Where the server is, and how long to try.</param>
    /// <param name="conversation">What to say; the actor's own from now on.</param>
    /// <param name="observer">Who is told how it goes.</param>
    /// <param name="tcp">The manager of TCP connections, <c>system.Tcp()</c>.</param>
    /// <param name="resolve">Finds the server's addresses.</param>
    /// <param name="random">By how much each pause is shorter, as <see cref="Backoff"/> takes it.</param>
    public static Props PropsFor(
        ArbiterClientOptions options,
        RoundConversation conversation,
        IRoundObserver observer,
        IActorRef tcp,
        HostResolver resolve,
        Func<double> random) =>
        Props.Create(() => new RoundActor(options, conversation, observer, tcp, resolve, random));

    protected override void PreStart()
    {
        if (_options.Timeout != Timeout.InfiniteTimeSpan)
            Timers.StartSingleTimer(nameof(TimeIsUp), new TimeIsUp(), _options.Timeout);
        Connect();
    }

    protected override void PreRestart(Exception reason, object? message)
    {
        _observer.Failed(reason);
        base.PreRestart(reason, message);
    }

    protected override void PostRestart(Exception reason) => Context.Stop(Self);

    protected override void PostStop() => _observer.Stopped();

    private void Connecting()
    {
        EndsWithoutConnection();
        Receive<ConnectorProtocol.ServerAwaited>(_ => AwaitServer());
        Receive<ConnectorProtocol.Connected>(connected => Converse(connected.Connection));
        Receive<ConnectorProtocol.GaveUp>(gaveUp =>
        {
            if (_wasConnected)
                TryLater();
            else
                Finish(new ClientOutcome.CannotConnect(gaveUp.Reason));
        });
    }

    private void Pausing()
    {
        EndsWithoutConnection();
        Receive<PauseIsOver>(_ =>
        {
            Become(Connecting);
            Connect();
        });
    }

    private void EndsWithoutConnection()
    {
        Receive<TimeIsUp>(_ => Finish(new ClientOutcome.TimedOut(AwaitedStep.Connection)));
        Receive<RoundProtocol.Leave>(_ => Context.Stop(Self));
        Receive<RoundProtocol.Send>(send => ((ContenderConversation)_conversation).Send(send.Text));
        Receive<Tcp.Event>(_ => { }); // Of a connection that was given up.
    }

    private void Conversing(IActorRef connection, ReplyReader reader)
    {
        Receive<TimeIsUp>(_ => Finish(new ClientOutcome.TimedOut(_conversation.Awaited), connection));
        Receive<RoundProtocol.Leave>(_ => Leave(connection));
        Receive<RoundProtocol.Send>(send =>
        {
            ((ContenderConversation)_conversation).Send(send.Text);
            GoOn(connection);
        });
        Receive<Tcp.Event>(_ => !Sender.Equals(connection), _ => { }); // Of one that was given up.
        Receive<Tcp.Received>(received => Hear(received, connection, reader));
        Receive<Tcp.CommandFailed>(_ => Lose("what was said could not be sent", connection));
        Receive<Tcp.ErrorClosed>(closed => Lose(closed.Cause ?? "the connection failed", connection));
        Receive<Tcp.ConnectionClosed>(_ => HearLast(connection, reader));
        Receive<Terminated>(_ => Lose("the connection failed", connection));
    }

    /// <summary>The server may be slow, or gone, or be no arbiter: it is waited for, but not for long.</summary>
    private void Leaving(IActorRef connection)
    {
        Receive<LeaveIsOverdue>(_ =>
        {
            connection.Tell(Tcp.Abort.Instance);
            Context.Stop(Self);
        });
        Receive<Tcp.ConnectionClosed>(_ => Sender.Equals(connection), _ => Context.Stop(Self));
        Receive<Terminated>(_ => Context.Stop(Self));
        Receive<Tcp.Event>(_ => { });
        Receive<RoundProtocol.Leave>(_ => { });
        Receive<RoundProtocol.Send>(_ => { });
    }

    private void Connect() =>
        _connector = Context.ActorOf(ConnectorActor.PropsFor(_options, _tcp, _resolve, _random));

    private void Converse(IActorRef connection)
    {
        _wasConnected = true;
        _isAwaited = false;
        Context.Watch(connection);
        Become(() => Conversing(connection, new ReplyReader()));
        connection.Tell(new Tcp.Register(Self));
        _conversation.Connected();
        GoOn(connection);
    }

    private void Hear(Tcp.Received received, IActorRef connection, ReplyReader reader)
    {
        foreach (var line in reader.Read(received.Data.ToArray()))
        {
            _conversation.Hear(line);
            if (!GoOn(connection))
                return;
        }

        if (_conversation.IsUnderstood)
            _backoff.Reset();
        if (reader.IsTooLong)
            Finish(TooLong, connection);
        else if (Greeting.TryParse(reader.Unfinished, out _))
            HearUnfinished(connection, reader); // A greeting has no line end.
    }

    /// <summary>What else than an arbiter with rounds is there may end its only line with the connection.</summary>
    private void HearLast(IActorRef connection, ReplyReader reader)
    {
        if (reader.Unfinished.Length == 0 || HearUnfinished(connection, reader))
            Lose("the server closed the connection", connection);
    }

    private bool HearUnfinished(IActorRef connection, ReplyReader reader)
    {
        _conversation.HearUnfinished(reader.Unfinished);
        return GoOn(connection);
    }

    /// <summary>Does what the conversation wants done; false if the connection is not its own any more.</summary>
    private bool GoOn(IActorRef connection)
    {
        foreach (var effect in _conversation.Take())
        {
            switch (effect)
            {
                case RoundEffect.Say say:
                    connection.Tell(Tcp.Write.Create(ByteString.FromString(say.ToString(), Encoding.UTF8)));
                    break;
                case RoundEffect.Tell tell:
                    _observer.Happened(tell.Event);
                    break;
                case RoundEffect.Reconnect reconnect:
                    Lose(reconnect.Reason, connection);
                    return false;
                case RoundEffect.End:
                    Leave(connection);
                    return false;
                case RoundEffect.Fail fail:
                    Finish(fail.Outcome, connection);
                    return false;
            }
        }

        return true;
    }

    private void Lose(string reason, IActorRef connection)
    {
        Context.Unwatch(connection);
        connection.Tell(Tcp.Close.Instance);
        _conversation.Lost();
        var pause = _backoff.Next();
        _observer.Happened(new RoundEvent.ConnectionLost(reason, pause));
        Pause(pause);
    }

    /// <summary>The server stays away, which may take longer than one connector tries: nothing new is lost by that.</summary>
    private void TryLater()
    {
        AwaitServer();
        Pause(_backoff.Next());
    }

    /// <summary>Tells once that nothing listens there, until something does.</summary>
    private void AwaitServer()
    {
        if (_isAwaited)
            return;
        _isAwaited = true;
        _observer.Happened(new RoundEvent.ServerAwaited());
    }

    private void Pause(TimeSpan pause)
    {
        Context.Stop(_connector);
        Become(Pausing);
        Timers.StartSingleTimer(nameof(PauseIsOver), new PauseIsOver(), pause);
    }

    private void Finish(ClientOutcome outcome, IActorRef? connection = null)
    {
        _observer.Failed(ArbiterException.Of(outcome, _options));
        if (connection is null)
            Context.Stop(Self);
        else
            Leave(connection);
    }

    /// <summary>QUIT gives up the seat if there is one and no message; the server closes behind its BYE.</summary>
    private void Leave(IActorRef connection)
    {
        Timers.CancelAll();
        Become(() => Leaving(connection));
        Timers.StartSingleTimer(nameof(LeaveIsOverdue), new LeaveIsOverdue(), LeavePatience);
        connection.Tell(Tcp.Write.Create(ByteString.FromString($"{SessionCommand.Quit}\n", Encoding.UTF8)));
    }

    private sealed record TimeIsUp;

    private sealed record PauseIsOver;

    private sealed record LeaveIsOverdue;
}
