using System.Net;
using System.Text;
using ActorArbiter.Protocol;
using ActorArbiter.Protocol.Sessions;
using ActorClient;
using ActorClient.Connecting;
using ActorClient.Rounds;
using Akka.Actor;
using Akka.IO;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Client.Rounds;

/// <summary>A contender's connections with probes for the network, in virtual time.</summary>
public sealed class RoundActorSpecs : TestKit
{
    private static readonly IPEndPoint Server = new(IPAddress.Loopback, 12000);
    private static readonly IPEndPoint Own = new(IPAddress.Loopback, 40000);

    private readonly TestProbe _tcp;
    private readonly ParticipationProgress _progress = new(RoundName.Parse("cup"), ContenderId.Parse("X"));
    private TestProbe _connection;

    public RoundActorSpecs()
        : base("""
            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            akka.test.single-expect-default = 15s
            """)
    {
        _tcp = CreateTestProbe("tcp");
        _connection = CreateTestProbe();
    }

    private TestScheduler Time => (TestScheduler)Sys.Scheduler;

    [Fact]
    public void A_verdict_ends_the_session_and_the_server_closes()
    {
        var actor = Joined();

        Say(actor, "VERDICT cup 7 X: Alice\n");

        ExpectWrite("QUIT\n");
        Assert.True(_progress.Outcome.IsCompletedSuccessfully);
        Assert.False(_progress.WhenStopped.IsCompleted);
        ExpectStopped(actor, () => Say(actor, "BYE\n"), () => _connection.Send(actor, Tcp.PeerClosed.Instance));
    }

    [Fact]
    public void What_follows_the_verdict_is_not_heard()
    {
        var actor = Joined();

        Say(actor, "VERDICT cup 7 X: Alice\nERROR too-late decided before\nVERDICT cup 8 X: Bob\n");

        ExpectWrite("QUIT\n");
        Assert.Equal("X: Alice", Verdict().Sentence);
        _connection.ExpectNoMsg(TimeSpan.Zero);
    }

    [Fact]
    public void A_server_that_does_not_read_does_not_hold_who_leaves()
    {
        var actor = Joined();
        actor.Tell(new RoundProtocol.Leave());
        ExpectWrite("QUIT\n");

        ExpectStopped(actor, () => Time.Advance(RoundActor.LeavePatience));

        _connection.ExpectMsg<Tcp.Abort>();
        Assert.True(_progress.Outcome.IsCanceled);
    }

    [Fact]
    public void A_lost_connection_is_followed_by_another_after_a_pause()
    {
        var actor = Joined();

        _connection.Send(actor, new Tcp.ErrorClosed("Connection reset by peer"));

        ExpectEvent(new RoundEvent.ConnectionLost("Connection reset by peer", TimeSpan.FromMilliseconds(100)));
        Time.Advance(TimeSpan.FromMilliseconds(99));
        _tcp.ExpectNoMsg(TimeSpan.Zero);
        Time.Advance(TimeSpan.FromMilliseconds(1));
        Connect(actor);
        ExpectWrite("JOIN cup X of=2 key=k\n");
    }

    [Fact]
    public void A_connection_that_dies_without_a_word_is_lost()
    {
        Joined();

        Sys.Stop(_connection);

        ExpectEvent(new RoundEvent.ConnectionLost("the connection failed", TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public void Pauses_grow_until_the_server_is_understood()
    {
        var actor = Start();
        foreach (var pause in new[] { 100, 200, 400 })
        {
            Connect(actor);
            _connection.Send(actor, Tcp.PeerClosed.Instance);
            ExpectLost(pause);
        }

        Connect(actor);
        Say(actor, "JOINED cup X 1/2\n");
        _connection.Send(actor, Tcp.PeerClosed.Instance);
        ExpectLost(100);
    }

    [Fact]
    public void Pauses_grow_while_the_server_is_busy()
    {
        var actor = Start();
        foreach (var pause in new[] { 100, 200, 400 })
        {
            Connect(actor);
            Say(actor, "ERROR busy come back later\n");
            _connection.FishForMessage(message => message is Tcp.Close);
            ExpectLost(pause);
        }
    }

    [Fact]
    public void A_connection_that_was_given_up_is_not_heard()
    {
        var actor = Joined();
        var old = _connection;
        Say(actor, "ERROR shutting-down the server is stopping\n");
        old.ExpectMsg<Tcp.Close>();
        ExpectLost(100);
        Connect(actor);
        ExpectWrite("JOIN cup X of=2 key=k\n");

        old.Send(actor, new Tcp.Received(ByteString.FromString("VERDICT cup 7 Y: Bob\n")));
        old.Send(actor, Tcp.PeerClosed.Instance);
        Sys.Stop(old);
        Say(actor, "VERDICT cup 8 X: Alice\n");

        ExpectWrite("QUIT\n");
        Assert.Equal(8, Verdict().Number);
    }

    [Fact]
    public void A_write_that_fails_loses_the_connection()
    {
        var actor = Start();
        Connect(actor);

        _connection.Send(actor, new Tcp.CommandFailed(_connection.ExpectMsg<Tcp.Write>()));

        ExpectEvent(new RoundEvent.ConnectionLost("what was said could not be sent", TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public void A_line_without_end_is_not_read_on()
    {
        var actor = Joined();

        Say(actor, new string('x', ReplyReader.MaxLineBytes + 1));

        ExpectWrite("QUIT\n");
        Assert.IsType<ConnectionLostException>(_progress.Outcome.Exception!.InnerException);
    }

    [Fact]
    public void A_greeting_without_a_line_end_is_not_waited_for()
    {
        var actor = Start();
        Connect(actor);

        Say(actor, "Client X conn");
        Say(actor, "ected");

        ExpectFailure<ConnectionLostException>(
            actor,
            "connection to 127.0.0.1:12000 lost: the server said 'Client X connected' where the answer to JOIN was due: "
            + "it knows no rounds");
    }

    [Fact]
    public void A_server_that_closes_behind_half_a_line_that_no_arbiter_says_has_no_rounds()
    {
        var actor = Start();
        Connect(actor);

        Say(actor, "go away");
        _connection.Send(actor, Tcp.PeerClosed.Instance);

        ExpectFailure<ConnectionLostException>(
            actor,
            "connection to 127.0.0.1:12000 lost: the server said 'go away' where the answer to JOIN was due: "
            + "it knows no rounds");
    }

    [Theory]
    [InlineData("ERROR un")]
    [InlineData("VERDICT cup 7 X: Ali")]
    [InlineData("JOIN")]
    public void A_line_that_was_cut_off_says_nothing(string beginning)
    {
        var actor = Start();
        Connect(actor);

        Say(actor, beginning);
        _connection.Send(actor, Tcp.PeerClosed.Instance);

        ExpectEvent(new RoundEvent.ConnectionLost("the server closed the connection", TimeSpan.FromMilliseconds(100)));
    }

    [Fact]
    public void The_time_for_all_of_it_ends_the_search_for_the_servers_address()
    {
        var search = CreateTestProbe();
        var actor = Start(connectWait: TimeSpan.FromHours(1), resolve: host =>
        {
            search.Tell(host);
            return new TaskCompletionSource<IPAddress[]>().Task;
        });
        search.ExpectMsg("127.0.0.1");

        Time.Advance(TimeSpan.FromSeconds(30));

        ExpectFailure<TimedOutException>(actor, "timed out after 30s waiting for a connection to 127.0.0.1:12000");
    }

    [Fact]
    public void The_time_for_all_of_it_ends_the_wait_for_a_seat()
    {
        var actor = Start();
        Connect(actor);
        ExpectWrite("JOIN cup X of=2 key=k\n");

        Time.Advance(TimeSpan.FromSeconds(30));

        ExpectWrite("QUIT\n");
        ExpectFailure<TimedOutException>(actor, "timed out after 30s waiting for a seat at 127.0.0.1:12000");
    }

    [Fact]
    public void The_time_for_all_of_it_ends_the_wait_for_a_receipt_and_for_the_verdict()
    {
        var actor = Joined();
        actor.Tell(new RoundProtocol.Send("Alice"));
        ExpectWrite("SEND Alice\n");

        Time.Advance(TimeSpan.FromSeconds(30));

        ExpectFailure<TimedOutException>(
            actor, "timed out after 30s waiting for 127.0.0.1:12000 to receive the message");
    }

    [Fact]
    public void The_time_for_all_of_it_ends_the_pause_before_a_new_connection()
    {
        var actor = Joined();
        Time.Advance(TimeSpan.FromSeconds(29.95));
        _connection.Send(actor, Tcp.PeerClosed.Instance);
        ExpectLost(100, advance: 50);

        ExpectFailure<TimedOutException>(actor, "timed out after 30s waiting for a connection to 127.0.0.1:12000");
    }

    [Fact]
    public void Without_a_limit_it_waits_for_days()
    {
        var actor = Start(timeout: Timeout.InfiniteTimeSpan);
        Connect(actor);
        Say(actor, "JOINED cup X 1/2\n");

        Time.Advance(TimeSpan.FromDays(3));
        Say(actor, "VERDICT cup 7 X: Alice\n");

        Await(() => _progress.Outcome.IsCompletedSuccessfully);
    }

    [Fact]
    public void The_first_connection_is_waited_for_as_long_as_for_any_conversation()
    {
        var actor = Start();
        FailToConnect();

        Time.Advance(TimeSpan.FromSeconds(10));

        ExpectFailure<CannotConnectException>(
            actor, "cannot connect to 127.0.0.1:12000: nothing listens there (tried for 10s)");
    }

    [Fact]
    public void A_later_connection_is_waited_for_longer_and_told_lost_once()
    {
        var actor = Joined();
        _connection.Send(actor, Tcp.PeerClosed.Instance);
        ExpectLost(100);

        ExpectNobodyThere(actor, 200);
        ExpectNobodyThere(actor, 400);
        Connect(actor);
        ExpectWrite("JOIN cup X of=2 key=k\n");

        var told = new List<RoundEvent>();
        while (_progress.Events.TryRead(out var happened))
            told.Add(happened);
        Assert.Equal([new RoundEvent.ServerAwaited(), new RoundEvent.Connected()], told);
    }

    [Fact]
    public void Who_leaves_before_there_is_a_connection_stops_at_once()
    {
        var actor = Start();
        _tcp.ExpectMsg<Tcp.Connect>();

        ExpectStopped(actor, () => actor.Tell(new RoundProtocol.Leave()));

        Assert.True(_progress.WhenJoined.IsCanceled);
    }

    [Fact]
    public void A_defect_ends_it_and_does_not_begin_it_again()
    {
        var actor = Joined();

        EventFilter.Exception<NullReferenceException>().ExpectOne(() => _connection.Send(actor, new Tcp.Received(null!)));

        ExpectStopped(actor);
    }

    private IActorRef Start(HostResolver? resolve = null, TimeSpan? connectWait = null, TimeSpan? timeout = null)
    {
        var options = ArbiterClientOptions.Default;
        options = options with
        {
            ConnectWait = connectWait ?? options.ConnectWait,
            Timeout = timeout ?? options.Timeout,
        };
        var conversation = new ContenderConversation(
            RoundName.Parse("cup"),
            ContenderId.Parse("X"),
            new JoinOptions { Of = 2, Key = SessionKey.Parse("k") });
        return Sys.ActorOf(RoundActor.PropsFor(
            options, conversation, _progress, _tcp, resolve ?? HostResolvers.OperatingSystem, () => 1));
    }

    /// <summary>The actor's next try to connect succeeds.</summary>
    private void Connect(IActorRef actor)
    {
        Assert.Equal(Server, _tcp.ExpectMsg<Tcp.Connect>().RemoteAddress);
        _connection = CreateTestProbe();
        _connection.Send(_tcp.LastSender, new Tcp.Connected(Server, Own));
        Assert.Equal(actor, _connection.ExpectMsg<Tcp.Register>().Handler);
    }

    private void FailToConnect()
    {
        _tcp.Reply(new Tcp.CommandFailed(_tcp.ExpectMsg<Tcp.Connect>()));

        // Once the connector answers this, it has set its timer.
        _tcp.LastSender.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }

    /// <summary>Nothing answers for as long as one connector tries; the pause behind that passes.</summary>
    private void ExpectNobodyThere(IActorRef actor, int pause)
    {
        _tcp.ExpectMsg<Tcp.Connect>();
        var connector = Watch(_tcp.LastSender);
        Time.Advance(TimeSpan.FromSeconds(10));
        ExpectTerminated(connector);

        // Once the actor answers this, it has set its timer.
        actor.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
        Time.Advance(TimeSpan.FromMilliseconds(pause));
    }

    private IActorRef Joined()
    {
        var actor = Start();
        Connect(actor);
        ExpectWrite("JOIN cup X of=2 key=k\n");
        Say(actor, "JOINED cup X 1/2\n");
        ExpectEvent(new RoundEvent.Joined(ContenderId.Parse("X"), 1, 2));
        return actor;
    }

    private RoundVerdict Verdict() => Assert.IsType<RoundOutcome.Decided>(_progress.Outcome.Result).Verdict;

    private void ExpectWrite(string lines) =>
        Assert.Equal(lines, Encoding.UTF8.GetString(_connection.ExpectMsg<Tcp.Write>().Data.ToArray()));

    private void Say(IActorRef actor, string text) =>
        _connection.Send(actor, new Tcp.Received(ByteString.FromString(text, Encoding.UTF8)));

    /// <summary>The connection is lost; the pause passes, or as much of it as is said.</summary>
    private void ExpectLost(int pause, int? advance = null)
    {
        ExpectEvent<RoundEvent.ConnectionLost>(lost => lost.Delay == TimeSpan.FromMilliseconds(pause));
        Time.Advance(TimeSpan.FromMilliseconds(advance ?? pause));
    }

    private void ExpectEvent(RoundEvent wanted) => ExpectEvent<RoundEvent>(wanted.Equals);

    /// <summary>Reads events up to the one that is wanted.</summary>
    private void ExpectEvent<T>(Func<T, bool> isWanted)
        where T : RoundEvent =>
        Await(() =>
        {
            while (_progress.Events.TryRead(out var happened))
            {
                if (happened is T candidate && isWanted(candidate))
                    return true;
            }

            return false;
        });

    private void ExpectFailure<T>(IActorRef actor, string message)
        where T : ArbiterException
    {
        Await(() => _progress.Outcome.IsFaulted);
        Assert.Equal(message, Assert.IsType<T>(_progress.Outcome.Exception!.InnerException).Message);
        Assert.IsType<T>(_progress.WhenJoined.Exception?.InnerException ?? _progress.Outcome.Exception.InnerException);
        ExpectStopped(actor, () => Time.Advance(RoundActor.LeavePatience));
    }

    // Akka looks ten times in all unless it is told to look more often.
    private void Await(Func<bool> condition) =>
        AwaitCondition(condition, max: null, interval: TimeSpan.FromMilliseconds(5));

    private void ExpectStopped(IActorRef actor, params IEnumerable<Action> causes)
    {
        Watch(actor);
        foreach (var cause in causes)
            cause();
        ExpectTerminated(actor);
        Await(() => _progress.WhenStopped.IsCompletedSuccessfully);
        Await(() => _progress.Outcome.IsCompleted && _progress.WhenReady.IsCompleted);
    }
}
