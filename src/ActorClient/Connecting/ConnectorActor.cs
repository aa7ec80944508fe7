using System.Net;
using System.Net.Sockets;
using ActorArbiter.Protocol;
using Akka.Actor;
using Akka.IO;

namespace ActorClient.Connecting;

/// <summary>
/// Gets a connection to a server that may not be up yet: tries all its addresses again and again, with growing pauses,
/// until <see cref="ArbiterClientOptions.ConnectWait"/> is over. Tells its parent what became of it
/// (<see cref="ConnectorProtocol"/>).
/// </summary>
/// <remarks>
/// <code>
/// Resolving --> Connecting --> Done
///               ^        |
///               +-pause--+
/// </code>
/// A connection ends with the actor that asked for it until another is registered; so this one outlives its work and is
/// stopped with its parent.
/// </remarks>
internal sealed class ConnectorActor : ReceiveActor, IWithTimers
{
    private readonly ArbiterClientOptions _options;
    private readonly IActorRef _tcp;
    private readonly HostResolver _resolve;
    private readonly Func<double> _random;

    public ConnectorActor(ArbiterClientOptions options, IActorRef tcp, HostResolver resolve, Func<double> random)
    {
        _options = options;
        _tcp = tcp;
        _resolve = resolve;
        _random = random;
        Resolving();
    }

    public ITimerScheduler Timers { get; set; } = null!;

    private string Patience => Durations.Format(_options.ConnectWait);

    public static Props PropsFor(ArbiterClientOptions options, IActorRef tcp, HostResolver resolve, Func<double> random) =>
        Props.Create(() => new ConnectorActor(options, tcp, resolve, random));

    protected override void PreStart()
    {
        Timers.StartSingleTimer(nameof(WaitIsOver), new WaitIsOver(), _options.ConnectWait);
        _resolve(_options.Host).PipeTo(
            Self,
            success: addresses => new Resolved(addresses),
            failure: exception => new Unresolved(exception.GetBaseException().Message));
    }

    private void Resolving()
    {
        Receive<Resolved>(resolved => resolved.Addresses.Length > 0, resolved =>
        {
            var attempts = new ConnectAttempts(_options, resolved.Addresses, _random);
            Become(() => Connecting(attempts));
            Connect(attempts);
        });
        Receive<Resolved>(_ => GiveUp("the name has no address"));
        Receive<Unresolved>(unresolved => GiveUp($"the name cannot be resolved ({unresolved.Reason})"));
        Receive<WaitIsOver>(_ => GiveUp($"the name was not resolved within {Patience}"));
    }

    private void Connecting(ConnectAttempts attempts)
    {
        var told = false;
        Receive<PauseIsOver>(_ => Connect(attempts));
        Receive<WaitIsOver>(_ => GiveUp($"{attempts.LastProblem} (tried for {Patience})"));
        Receive<Tcp.CommandFailed>(failed => TryOn(failed.Cause.HasValue ? failed.Cause.Value : null));
        Receive<Tcp.Connected>(IsOwnEcho, _ =>
        {
            Sender.Tell(Tcp.Abort.Instance);
            TryOn(cause: null);
        });
        Receive<Tcp.Connected>(_ => Finish(new ConnectorProtocol.Connected(Sender)));
        Receive<Tcp.Aborted>(_ => { });

        void TryOn(Exception? cause)
        {
            // Akka.IO does not always tell the socket's error, but for some the next try need not be awaited.
            if (attempts.Failed(cause as SocketException ?? Routes.ProblemOf(attempts.Next)) is not { } pause)
            {
                GiveUp(attempts.LastProblem);
                return;
            }

            if (pause == TimeSpan.Zero)
            {
                Connect(attempts);
                return;
            }

            Timers.StartSingleTimer(nameof(PauseIsOver), new PauseIsOver(), pause);
            if (!told)
                Context.Parent.Tell(new ConnectorProtocol.ServerAwaited());
            told = true;
        }
    }

    // What was under way when the wait ended may still be answered.
    private void Done() => Receive<Tcp.Event>(_ => { });

    private void Connect(ConnectAttempts attempts) =>
        _tcp.Tell(new Tcp.Connect(attempts.Next, timeout: attempts.Patience));

    // On the own host, a try to connect where nobody listens can be given that very port as its own, and meet itself.
    private static bool IsOwnEcho(Tcp.Connected connected) => Equals(connected.LocalAddress, connected.RemoteAddress);

    private void GiveUp(string reason) => Finish(new ConnectorProtocol.GaveUp(reason));

    private void Finish(object result)
    {
        Timers.CancelAll();
        Become(Done);
        Context.Parent.Tell(result);
    }

    private sealed record Resolved(IPAddress[] Addresses);

    private sealed record Unresolved(string Reason);

    private sealed record PauseIsOver;

    private sealed record WaitIsOver;
}
