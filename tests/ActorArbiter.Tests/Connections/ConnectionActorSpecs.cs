using System.Text;
using ActorArbiter.Connections;
using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;
using TestSupport;
using TcpIo = Akka.IO.Tcp;

namespace ActorArbiter.Tests.Connections;

/// <summary>A connection actor between a TCP connection and an ordering actor that the test plays, in virtual time.</summary>
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

    /// <summary>The TCP connection.</summary>
    protected TestProbe Connection { get; }

    protected TestProbe Ordering { get; }

    /// <summary>Long enough for a message that must not come to be seen, short enough to wait for.</summary>
    protected static TimeSpan AMoment => TimeSpan.FromMilliseconds(100);

    /// <summary>Options whose clock a test can move on ahead of the scheduler, as a process sees it that was stopped.</summary>
    private protected ConnectionOptions OptionsWith(TimeProvider time) => Options with { Time = time };

    /// <summary>Lets time pass when the actor has done all it was told, so that the timers it starts then run.</summary>
    protected void Advance(TimeSpan time)
    {
        var asker = CreateTestProbe();
        asker.Send(_actor, new Identify(null));
        asker.ExpectMsg<ActorIdentity>();
        _time.Advance(time);
        ((TestScheduler)Sys.Scheduler).Advance(time);
    }

    /// <summary>Starts the actor and lets it register.</summary>
    private protected IActorRef Start(Props props)
    {
        _actor = Watch(Sys.ActorOf(props));
        var register = Connection.ExpectMsg<TcpIo.Register>();
        Assert.Equal(_actor, register.Handler);
        Assert.True(register.KeepOpenOnPeerClosed);
        return _actor;
    }

    /// <summary>The client sent <paramref name="text"/>.</summary>
    protected void Receive(IActorRef actor, string text) =>
        Connection.Send(actor, new TcpIo.Received(ByteString.FromString(text, Encoding.UTF8)));

    /// <summary>The client sent <paramref name="text"/>, and the actor asked for more.</summary>
    protected void ReceiveAndReadOn(IActorRef actor, string text)
    {
        Receive(actor, text);
        Connection.ExpectMsg<TcpIo.ResumeReading>();
    }

    /// <summary>The actor writes <paramref name="text"/>.</summary>
    /// <returns>The message that the connection answers the write with.</returns>
    protected object ExpectWrite(string text)
    {
        var write = Connection.FishForMessage<TcpIo.Write>(_ => true);
        Assert.Equal(text, write.Data.ToString(Encoding.UTF8));
        return write.Ack;
    }

    /// <summary>The actor writes <paramref name="text"/> and, when that was sent and not before, closes its side.</summary>
    protected void ExpectReplyAndClose(IActorRef actor, string text)
    {
        var sent = ExpectWrite(text);
        Connection.Send(actor, sent);
        Connection.FishForMessage<TcpIo.ConfirmedClose>(_ => true);
    }

    private protected static OrderingProtocol.Acknowledge Verdict(string sentence) =>
        new(Encoding.UTF8.GetBytes($"{sentence}\n"));

    private protected static OrderingProtocol.Refuse Refusal(string code, string sentence) =>
        new(new ErrorReply(code, sentence));
}
