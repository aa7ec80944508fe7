using ActorArbiter.Ordering;
using ActorArbiter.Protocol;
using ActorArbiter.Tests.Clocks;
using ActorArbiter.Tests.RawTcp;
using ActorArbiter.Transcript;
using Akka.Actor;
using Akka.TestKit;
using Akka.TestKit.Xunit2;

namespace ActorArbiter.Tests.Ordering;

/// <summary>What the ordering actor makes of stamps, and of a clock that is set under them.</summary>
public class VerdictBasisSpecs : TestKit
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly ManualClocks _clocks = new();
    private readonly TestProbe _transcript;
    private readonly IActorRef _ordering;
    private int _connections;

    public VerdictBasisSpecs()
        : base("""
            akka.scheduler.implementation = "Akka.TestKit.TestScheduler, Akka.TestKit"
            akka.loglevel = INFO
            """)
    {
        _transcript = CreateTestProbe("transcript");
        var options = new OrderingOptions
        {
            Contenders = 2,
            Rounds = null,
            RoundTimeout = TimeSpan.FromMinutes(10),
            MessageTimeout = TimeSpan.FromMinutes(10),
            MaxOpenRounds = 100,
            Sessions = ArbiterFixture.Defaults.Ordering.Sessions,
        };
        _ordering = Sys.ActorOf(
            OrderingActor.PropsFor(options, _transcript.Ref, TimeProvider.System, _clocks), "ordering");
        HandledAll();
    }

    [Fact]
    public void Kernel_stamps_decide_against_the_order_of_the_mailbox()
    {
        _clocks.Advance(Second);
        Submit("Y", _clocks.Realtime);
        Submit("X", _clocks.Realtime - 1);
        Assert.Equal("X Y by Kernel", Told());
    }

    [Fact]
    public void A_clock_set_while_a_round_waits_leaves_it_to_the_mailbox_and_is_logged_once()
    {
        _clocks.Advance(Second);
        Submit("Y", _clocks.Realtime);
        _clocks.Set(by: -2 * Second);
        EventFilter
            .Warning("the round of Y, X was told in the order of the mailbox: the system's clock was set by 2000 ms while it was open; 1 of 1 so far")
            .ExpectOne(() => Submit("X", _clocks.Realtime));
        Assert.Equal("Y X by Mailbox", Told());
    }

    [Fact]
    public void A_clock_set_in_time_between_two_looks_at_it_is_noticed()
    {
        Look();
        _clocks.Set(by: -2 * Second);
        _clocks.Advance(Second / 2);
        Submit("Y", _clocks.Realtime);
        Submit("X", _clocks.Realtime - 1);
        Assert.Equal("Y X by Mailbox", Told());
    }

    [Fact]
    public void A_clock_set_long_before_a_round_does_not_touch_it()
    {
        Look();
        _clocks.Set(by: 2 * Second);
        Look();
        _clocks.Advance(Second / 2);
        Submit("Y", _clocks.Realtime);
        Submit("X", _clocks.Realtime - 1);
        Assert.Equal("X Y by Kernel", Told());
    }

    [Fact]
    public void At_the_end_it_is_logged_what_the_verdicts_stood_on()
    {
        _clocks.Advance(Second);
        Submit("X", _clocks.Realtime);
        Submit("Y", _clocks.Realtime);
        Submit("X", _clocks.Realtime, isLate: true);
        Submit("Y", _clocks.Realtime);
        EventFilter
            .Info("told 2 verdicts: 1 kernel, 1 kernel-late, 0 read, 0 mailbox; 0 messages overtaken")
            .ExpectOne(() => _ordering.Tell(new OrderingProtocol.Close(), TestActor));
    }

    private void Look()
    {
        _clocks.Advance(Second);
        ((TestScheduler)Sys.Scheduler).Advance(Second);
        HandledAll();
    }

    private void Submit(string id, long stamp, bool isLate = false) => _ordering.Tell(
        new OrderingProtocol.Submit(
            Arrivals.Connection(++_connections),
            new ParsedMessage(ContenderId.Parse(id), "hello"),
            Arrivals.Kernel(stamp, isLate)),
        TestActor);

    private string Told()
    {
        var verdict = _transcript.ExpectMsg<TranscriptProtocol.Told>().Verdict;
        return $"{Arrivals.Ids(verdict)} by {verdict.Basis}";
    }

    /// <summary>Waits until the actor has handled all that it was sent.</summary>
    private void HandledAll()
    {
        _ordering.Tell(new Identify(null), TestActor);
        ExpectMsg<ActorIdentity>();
    }
}
