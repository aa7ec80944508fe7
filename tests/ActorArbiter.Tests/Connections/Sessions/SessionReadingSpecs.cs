using ActorArbiter.Connections.Sessions;
using ActorArbiter.Ordering;
using ActorArbiter.Tests.Transports;

namespace ActorArbiter.Tests.Connections.Sessions;

/// <summary>How the lines of a session are read, stamped and told to the ordering actor.</summary>
public sealed class SessionReadingSpecs : SessionSpecs
{
    [Fact]
    public void Lines_that_are_read_together_are_told_together()
    {
        var actor = StartSession();

        Receive(actor, "PING a\nClient X: Alice\r\nSEND Bob\nLEAVE\n");

        ExpectLines("Ping a", "X: Alice", ": Bob", "Leave");
    }

    [Fact]
    public void Lines_behind_the_first_are_told_with_it()
    {
        var actor = StartReading();

        Receive(actor, "JOIN final X\nClient X: Alice\n");

        ExpectLines("Join", "X: Alice");
    }

    [Fact]
    public void Nothing_is_read_until_the_last_lines_were_answered()
    {
        var actor = StartSession();
        Receive(actor, "PING a\n");
        ExpectLines("Ping a");
        Deliver(actor, "SEATED final Y 2/2\n");
        ExpectSend("SEATED final Y 2/2\n");
        Connection.ExpectNoMsg(AMoment);

        Answer(actor, "");

        Connection.ExpectMsg<SocketCalls.ReadOn>();
    }

    [Fact]
    public void An_unfinished_line_is_told_with_the_chunk_that_ends_it()
    {
        var actor = StartSession();
        Receive(actor, "PING a\nPIN");
        ExpectLines("Ping a");
        Answer(actor, "");
        Connection.ExpectMsg<SocketCalls.ReadOn>();

        ReceiveAndReadOn(actor, "G ");
        Receive(actor, "b\n");

        ExpectLines("Ping b");
    }

    [Fact]
    public void A_client_that_is_quiet_in_a_line_has_not_ended_it()
    {
        var actor = StartSession();
        ReceiveAndReadOn(actor, "PING a");

        Advance(2 * Options.QuietTime);

        Ordering.ExpectNoMsg(AMoment);
    }

    [Fact]
    public void Lines_that_may_be_answered_with_a_verdict_are_told_one_by_one()
    {
        var actor = StartSession();
        Receive(actor, "JOIN r X\nSEND a\nRESULT q\nPING\nWATCH p\n");
        ExpectLines("Join", ": a");
        Answer(actor, "");
        ExpectLines("Result", "Ping");
        Answer(actor, "");
        ExpectLines("Watch");
    }

    [Fact]
    public void Of_very_many_lines_in_one_chunk_the_next_are_told_when_the_last_were_answered()
    {
        var actor = StartSession();
        var lines = Enumerable.Range(0, SessionIntake.MaxLines + 1).Select(each => $"PING {each}").ToArray();
        Receive(actor, string.Join('\n', lines) + "\nPING las");
        Assert.Equal(SessionIntake.MaxLines, Ordering.ExpectMsg<OrderingProtocol.SessionLines>().Lines.Count);
        Connection.ExpectNoMsg(AMoment);
        Ordering.ExpectNoMsg(AMoment);

        Answer(actor, "");

        ExpectLines($"Ping {SessionIntake.MaxLines}");
        Answer(actor, "");
        Connection.ExpectMsg<SocketCalls.ReadOn>();
        Receive(actor, "t\n");
        ExpectLines("Ping last");
    }

    [Fact]
    public void A_line_is_late_if_bytes_follow_it_in_the_same_read()
    {
        var actor = StartReading();
        Receive(actor, "PING a\nPING b\n");
        Assert.Equal([true, false], ExpectLines("Ping a", "Ping b").Select(each => each.Stamp.IsLate));
        Answer(actor, "");
        Connection.ExpectMsg<SocketCalls.ReadOn>();

        Receive(actor, "PING c\nPING d\nPI");
        Assert.Equal([true, true], ExpectLines("Ping c", "Ping d").Select(each => each.Stamp.IsLate));
    }

    [Fact]
    public void The_lines_of_a_chunk_have_one_stamp()
    {
        var actor = StartReading();

        Receive(actor, "PING a\nPING b\nPING c\n");

        Assert.Single(ExpectLines("Ping a", "Ping b", "Ping c").Select(each => each.Stamp.Nanoseconds).Distinct());
    }

    [Fact]
    public void A_line_has_the_stamp_of_its_last_byte()
    {
        var actor = StartSession();
        Receive(actor, "PING a\nPING ", Stamp(1000));
        Assert.Equal(Stamp(1000, isLate: true), ExpectLines("Ping a").Single().Stamp);
        Answer(actor, "");

        Receive(actor, "b\n", Stamp(2000));

        Assert.Equal(Stamp(2000), ExpectLines("Ping b").Single().Stamp);
    }

    [Fact]
    public void Every_line_of_a_chunk_whose_stamp_may_be_late_is_late()
    {
        var actor = StartSession();

        Receive(actor, "PING a\nPING b\n", Stamp(1000, isLate: true));

        Assert.All(ExpectLines("Ping a", "Ping b"), each => Assert.Equal(Stamp(1000, isLate: true), each.Stamp));
    }

    private static ReceiveStamp Stamp(long nanoseconds, bool isLate = false) =>
        new(StampSource.Kernel, nanoseconds, isLate);
}
