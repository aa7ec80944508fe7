using System.Text;
using ActorArbiter.Protocol;
using ActorClient.Connecting;
using Akka.Actor;
using Akka.IO;

namespace ActorClient.Conversation;

/// <summary>
/// One conversation with a server, from the first try to connect to the reply. Tells its observer how it goes
/// (<see cref="ClientProtocol"/>), ends with one <see cref="ClientOutcome"/>, closes its connection and stops. It must
/// not be restarted, for then it would send again: a supervisor stops it when it fails.
/// </summary>
/// <remarks>
/// <code>
/// Connecting --> [AwaitingGreeting] --> Sending --> AwaitingReply --> Closing --> stopped
/// </code>
/// Every state may end in Closing at once: with a refusal, a lost connection, or because the time is over. Connecting
/// is the work of a child.
/// </remarks>
internal sealed class ClientActor : ReceiveActor, IWithTimers
{
    /// <summary>How long the connection may take to close before the actor stops without it.</summary>
    internal static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(2);

    private readonly ClientOptions _options;
    private readonly IActorRef _observer;
    private readonly IActorRef _tcp;
    private readonly HostResolver _resolve;

    /// <inheritdoc cref="PropsFor"/>
    public ClientActor(ClientOptions options, IActorRef observer, IActorRef tcp, HostResolver resolve)
    {
        _options = options;
        _observer = observer;
        _tcp = tcp;
        _resolve = resolve;
        Connecting();
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <summary>A conversation that starts as soon as the actor does.</summary>
    /// <param name="options">With whom, about what, for how long.</param>
    /// <param name="observer">Who is told how it goes.</param>
    /// <param name="tcp">The manager of TCP connections, <c>system.Tcp()</c>.</param>
    /// <param name="resolve">Finds the server's addresses; the operating system's resolver unless given.</param>
    public static Props PropsFor(
        ClientOptions options, IActorRef observer, IActorRef tcp, HostResolver? resolve = null)
    {
        var resolver = resolve ?? HostResolvers.OperatingSystem;
        return Props.Create(() => new ClientActor(options, observer, tcp, resolver));
    }

    /// <inheritdoc/>
    protected override void PreStart()
    {
        Timers.StartSingleTimer(nameof(TimeIsUp), new TimeIsUp(), _options.Timeout);
        Context.ActorOf(ConnectorActor.PropsFor(_options, _tcp, _resolve, Random.Shared.NextDouble), "connector");
    }

    private void Connecting()
    {
        EndsInTime(AwaitedStep.Connection);
        Receive<ConnectorProtocol.ServerAwaited>(_ => _observer.Tell(new ClientProtocol.ServerAwaited()));
        Receive<ConnectorProtocol.GaveUp>(gaveUp => Finish(new ClientOutcome.CannotConnect(gaveUp.Reason)));
        Receive<ConnectorProtocol.Connected>(connected => Converse(connected.Connection));
    }

    private void Converse(IActorRef connection)
    {
        Context.Watch(connection);
        connection.Tell(new Tcp.Register(Self));
        _observer.Tell(new ClientProtocol.Connected());
        var text = new ServerText();
        if (_options.Greeting)
            Become(() => AwaitingGreeting(connection, text));
        else
            Send(_options.Message, connection, text);
    }

    private void AwaitingGreeting(IActorRef connection, ServerText text)
    {
        EndsInTime(AwaitedStep.Greeting, connection);
        EndsWithConnection(connection, text, NoGreeting);
        Receive<Tcp.Received>(received =>
        {
            if (!Keep(received, connection, text))
                return;
            var greeted = text.TryTakeGreeting(out var letter);
            if (greeted)
                _observer.Tell(new ClientProtocol.Greeted(letter));
            if (text.TryTakeLine(out var line))
                Finish(NoGreeting(line), connection);
            else if (greeted)
                Send(_options.Message with { Id = letter }, connection, text);
        });

        static ClientOutcome NoGreeting(string line) => ErrorReply.TryParse(line, out var error)
            ? new ClientOutcome.Refused(error)
            : new ClientOutcome.ConnectionLost($"the server said '{line}' where its greeting was due");
    }

    private void Send(ClientMessage message, IActorRef connection, ServerText text)
    {
        Become(() => Sending(message, connection, text));
        connection.Tell(Tcp.Write.Create(ByteString.FromString($"{message}\n", Encoding.UTF8), new Written()));
    }

    private void Sending(ClientMessage message, IActorRef connection, ServerText text)
    {
        EndsInTime(AwaitedStep.Send, connection);
        EndsWithConnection(connection, text, ReplyIn);
        Receive<Written>(_ => Sent());
        Receive<Tcp.CommandFailed>(_ => Lose("the message could not be sent", connection));

        // A reply can overtake the acknowledgment of the write that it answers.
        Receive<Tcp.Received>(received =>
        {
            Sent();
            Hear(received, connection, text);
        });

        void Sent()
        {
            _observer.Tell(new ClientProtocol.Sent(message));
            Become(() => AwaitingReply(connection, text));
        }
    }

    private void AwaitingReply(IActorRef connection, ServerText text)
    {
        EndsInTime(AwaitedStep.Reply, connection);
        EndsWithConnection(connection, text, ReplyIn);
        Receive<Tcp.Received>(received => Hear(received, connection, text));
        Receive<Written>(_ => { });
    }

    private void Hear(Tcp.Received received, IActorRef connection, ServerText text)
    {
        if (!Keep(received, connection, text))
            return;

        // Some listeners greet a client that did not ask for it.
        if (!_options.Greeting && text.TryTakeGreeting(out var letter))
            _observer.Tell(new ClientProtocol.Greeted(letter));
        if (text.TryTakeLine(out var line))
            Finish(ReplyIn(line), connection);
    }

    private static ClientOutcome ReplyIn(string line) => ErrorReply.TryParse(line, out var error)
        ? new ClientOutcome.Refused(error)
        : new ClientOutcome.Replied(line);

    private bool Keep(Tcp.Received received, IActorRef connection, ServerText text)
    {
        var kept = text.TryAdd(received.Data.ToArray());
        if (!kept)
            Lose($"the server sent more than {ServerText.Capacity} bytes", connection);
        return kept;
    }

    private void EndsInTime(AwaitedStep awaited, IActorRef? connection = null) =>
        Receive<TimeIsUp>(_ => Finish(new ClientOutcome.TimedOut(awaited), connection));

    /// <summary>What the server said last counts, if it closed the connection in order.</summary>
    private void EndsWithConnection(IActorRef connection, ServerText text, Func<string, ClientOutcome> conclude)
    {
        Receive<Tcp.ErrorClosed>(closed => Lose(closed.Cause ?? "the connection failed", connection));
        Receive<Tcp.ConnectionClosed>(_ =>
        {
            if (text.TakeRest() is { Length: > 0 } rest)
                Finish(conclude(rest), connection);
            else
                Lose("the server closed the connection", connection);
        });
        Receive<Terminated>(_ => Lose("the connection failed", connection));
    }

    private void Lose(string reason, IActorRef connection) =>
        Finish(new ClientOutcome.ConnectionLost(reason), connection);

    private void Finish(ClientOutcome outcome, IActorRef? connection = null)
    {
        _observer.Tell(new ClientProtocol.Finished(outcome));
        Timers.CancelAll();
        if (connection is null)
        {
            Context.Stop(Self);
            return;
        }

        Become(Closing);
        Timers.StartSingleTimer(nameof(CloseIsOverdue), new CloseIsOverdue(), ClosePatience);
        connection.Tell(Tcp.Close.Instance);
    }

    // The connection's end is told before Terminated, and where it ended by itself only Terminated comes.
    private void Closing()
    {
        Receive<Terminated>(_ => Context.Stop(Self));
        Receive<CloseIsOverdue>(_ => Context.Stop(Self));
        Receive<Tcp.Event>(_ => { });
    }

    private sealed record TimeIsUp;

    private sealed record CloseIsOverdue;

    private sealed class Written : Tcp.Event;
}
