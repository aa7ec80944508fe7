using System.Net;
using System.Text;
using ActorArbiter.Protocol;
using Akka.Actor;
using Akka.IO;

namespace ActorClient.Conversation;

/// <summary>
/// One conversation with a server, from the first try to connect to the reply. Tells its observer how it goes
/// (<see cref="ClientProtocol"/>), ends with one <see cref="ClientOutcome"/>, closes its connection and stops. It is not to be
/// restarted, for then it would send again: a supervisor stops it when it fails.
/// </summary>
/// <remarks>
/// <code>
/// Resolving --> Connecting --> [AwaitingGreeting] --> Sending --> AwaitingReply --> Closing --> stopped
///               ^        |
///               +-pause--+
/// </code>
/// Every state may end in Closing at once: with a refusal, a lost connection, or because the time is over.
/// </remarks>
public sealed class ClientActor : ReceiveActor, IWithTimers
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
        Resolving();
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
        Timers.StartSingleTimer(nameof(ConnectWaitIsOver), new ConnectWaitIsOver(), _options.ConnectWait);
        _resolve(_options.Host).PipeTo(
            Self,
            success: addresses => new Resolved(addresses),
            failure: exception => new Unresolved(exception.GetBaseException().Message));
    }

    private void Resolving()
    {
        EndsInTime(AwaitedStep.Connection);
        Receive<Resolved>(resolved =>
        {
            if (resolved.Addresses.Length == 0)
            {
                Finish(new ClientOutcome.CannotConnect("the name has no address"));
                return;
            }

            var attempts = new ConnectAttempts(_options, resolved.Addresses);
            Become(() => Connecting(attempts));
            Connect(attempts);
        });
        Receive<Unresolved>(unresolved => Finish(
            new ClientOutcome.CannotConnect($"the name cannot be resolved ({unresolved.Reason})")));
        Receive<ConnectWaitIsOver>(_ => Finish(
            new ClientOutcome.CannotConnect($"the name was not resolved within {Durations.Format(_options.ConnectWait)}")));
    }

    private void Connecting(ConnectAttempts attempts)
    {
        var awaited = false;
        EndsInTime(AwaitedStep.Connection);
        Receive<PauseIsOver>(_ => Connect(attempts));
        Receive<ConnectWaitIsOver>(_ => Finish(new ClientOutcome.CannotConnect(
            $"{attempts.LastProblem} (tried for {Durations.Format(_options.ConnectWait)})")));
        Receive<Tcp.CommandFailed>(failed => TryOn(failed.Cause.HasValue ? failed.Cause.Value : null));
        Receive<Tcp.Connected>(IsOwnEcho, _ =>
        {
            Sender.Tell(Tcp.Abort.Instance);
            TryOn(cause: null);
        });
        Receive<Tcp.Connected>(_ => Converse(Sender));
        Receive<Tcp.Aborted>(_ => { });

        void TryOn(Exception? cause)
        {
            switch (attempts.Failed(cause))
            {
                case null:
                    Finish(new ClientOutcome.CannotConnect(attempts.LastProblem));
                    break;
                case { Ticks: 0 }:
                    Connect(attempts);
                    break;
                case { } pause:
                    Timers.StartSingleTimer(nameof(PauseIsOver), new PauseIsOver(), pause);
                    if (!awaited)
                        _observer.Tell(new ClientProtocol.ServerAwaited());
                    awaited = true;
                    break;
            }
        }
    }

    private void Connect(ConnectAttempts attempts) =>
        _tcp.Tell(new Tcp.Connect(attempts.Next, timeout: attempts.Patience));

    // On the own host, a try to connect to a port where nobody listens can be given this very port as its own, and meet itself.
    private static bool IsOwnEcho(Tcp.Connected connected) => Equals(connected.LocalAddress, connected.RemoteAddress);

    private void Converse(IActorRef connection)
    {
        Timers.Cancel(nameof(ConnectWaitIsOver));
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
        Receive<Tcp.CommandFailed>(_ => Finish(
            new ClientOutcome.ConnectionLost("the message could not be sent"), connection));

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
            Finish(new ClientOutcome.ConnectionLost($"the server sent more than {ServerText.Capacity} bytes"), connection);
        return kept;
    }

    private void EndsInTime(AwaitedStep awaited, IActorRef? connection = null) =>
        Receive<TimeIsUp>(_ => Finish(new ClientOutcome.TimedOut(awaited), connection));

    /// <summary>What the server said last counts, if it closed the connection in order.</summary>
    private void EndsWithConnection(IActorRef connection, ServerText text, Func<string, ClientOutcome> conclude)
    {
        Receive<Tcp.ErrorClosed>(closed => Finish(new ClientOutcome.ConnectionLost(closed.Cause ?? "the connection failed"), connection));
        Receive<Tcp.ConnectionClosed>(_ => Finish(
            text.TakeRest() is { Length: > 0 } rest
                ? conclude(rest)
                : new ClientOutcome.ConnectionLost("the server closed the connection"),
            connection));
        Receive<Terminated>(_ => Finish(new ClientOutcome.ConnectionLost("the connection failed"), connection));
    }

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

    private sealed record Resolved(IPAddress[] Addresses);

    private sealed record Unresolved(string Reason);

    private sealed record PauseIsOver;

    private sealed record ConnectWaitIsOver;

    private sealed record TimeIsUp;

    private sealed record CloseIsOverdue;

    private sealed class Written : Tcp.Event;
}
