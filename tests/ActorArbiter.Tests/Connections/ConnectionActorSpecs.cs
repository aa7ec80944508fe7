using System.Text;
using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Server;
using ActorArbiter.Tests.Transports;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using TestSupport;

namespace ActorArbiter.Tests.Connections;

/// <summary>A connection actor between a client and an ordering actor that the test plays, in virtual time.</summary>
public abstract class ConnectionActorSpecs : TestKit
{
    private protected static readonly ConnectionId Id = new(1, 7);

    private readonly ManualTime _time = new();
    private IActorRef _actor = ActorRefs.Nobody;

    protected ConnectionActorSpecs()
        : base(
            """
            akka.loglevel = OFF
            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            """)
    {
        Connection = CreateTestProbe("connection");
        Socket = new PlayedClientSocket(Connection);
        Ordering = CreateTestProbe("ordering");
        Options = new ConnectionOptions
        {
            QuietTime = TimeSpan.FromMilliseconds(200),
            LineTimeout = TimeSpan.FromSeconds(10),
            IdleTimeout = TimeSpan.FromMinutes(10),
            Linger = TimeSpan.FromSeconds(2),
            MaxUnreadOutput = 64 * 1024,

            // It goes as the scheduler does, so that no timer is late, however slow the machine is.
            Time = _time,
        };
    }

    private protected ConnectionOptions Options { get; }

    /// <summary>Is told what the actor that was started last does with its connection, and tells it what the client does.</summary>
    protected TestProbe Connection { get; private set; }

    /// <summary>The connection of the actor that was started last.</summary>
    private protected PlayedClientSocket Socket { get; private set; }

    protected TestProbe Ordering { get; }

    /// <summary>Long enough for a message that must not come to be seen, short enough to wait for.</summary>
    protected static TimeSpan AMoment => TimeSpan.FromMilliseconds(100);

    /// <summary>Options whose clock a test can move on ahead of the scheduler, as a process sees it that was stopped.</summary>
    private protected ConnectionOptions OptionsWith(TimeProvider time) => Options with { Time = time };

    /// <summary>Lets time pass when the actor has done all it was told, so that the timers it starts then run.</summary>
    protected void Advance(TimeSpan time)
    {
        AwaitAllDone();
        _time.Advance(time);
        ((TestScheduler)Sys.Scheduler).Advance(time);
    }

    /// <summary>Waits until the actor has done all that it was told.</summary>
    protected void AwaitAllDone()
    {
        var asker = CreateTestProbe();
        asker.Send(_actor, new Identify(null));
        asker.ExpectMsg<ActorIdentity>();
    }

    /// <summary>Starts the actor of a new connection and lets it open that.</summary>
    private protected IActorRef Start(ListenerProfile profile, ConnectionOptions? options = null)
    {
        if (!_actor.IsNobody())
        {
            Connection = CreateTestProbe();
            Socket = new PlayedClientSocket(Connection);
        }

        var factory = new ConnectionFactory(profile, Ordering, options ?? Options);
        _actor = Watch(Sys.ActorOf(factory.PropsFor(Id, Socket)));
        Assert.Equal(_actor, Connection.ExpectMsg<SocketCalls.Open>().Owner);
        return _actor;
    }

    /// <summary>The client sent <paramref name="text"/>.</summary>
    private protected void Receive(IActorRef actor, string text, ReceiveStamp stamp = default) =>
        Connection.Send(actor, PlayedClientSocket.Bytes.Of(text, stamp));

    /// <summary>The client sent <paramref name="text"/>, and the actor asked for more.</summary>
    private protected void ReceiveAndReadOn(IActorRef actor, string text, ReceiveStamp stamp = default)
    {
        Receive(actor, text, stamp);
        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    /// <summary>The actor sends <paramref name="text"/>; it may have asked for more before.</summary>
    protected void ExpectSend(string text)
    {
        object call;
        do
            call = Connection.ExpectMsg<object>();
        while (call is SocketCalls.ReadOn);
        Assert.Equal(new SocketCalls.Send(text), call);
    }

    /// <summary>The actor sends <paramref name="text"/> and ends its side of the connection behind it.</summary>
    protected void ExpectReplyAndEnd(string text)
    {
        ExpectSend(text);
        Connection.ExpectMsg<SocketCalls.EndSending>();
    }

    private protected static OrderingProtocol.Acknowledge Verdict(string sentence) =>
        new(Encoding.UTF8.GetBytes($"{sentence}\n"));

    private protected static OrderingProtocol.Refuse Refusal(string code, string sentence) =>
        new(new ErrorReply(code, sentence));
}
