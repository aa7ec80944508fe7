using ActorArbiter.Clocks;
using ActorArbiter.StampedTcp;

namespace ActorArbiter.Tests.Clocks;

public sealed class HostClocksSpecs
{
    private const int Readings = 10_000;
    private const long Millisecond = 1_000_000;

    /// <summary>The clocks of this host, and those of a host of which nothing is known.</summary>
    public static TheoryData<object> Clocks => [HostClocks.System, new PortableClocks()];

    [Theory]
    [MemberData(nameof(Clocks))]
    public void The_one_clock_tells_the_time_and_the_other_goes_as_it_does(object clocks)
    {
        var host = (IHostClocks)clocks;
        var before = DateTime.UtcNow;
        var first = host.Read();
        var after = DateTime.UtcNow;
        Assert.InRange(first.Realtime, Nanoseconds(before) - Millisecond, Nanoseconds(after) + Millisecond);

        var last = first;
        for (var i = 0; i < Readings; i++)
        {
            var next = host.Read();
            Assert.InRange(next.Boottime, last.Boottime, long.MaxValue);
            last = next;
        }

        Assert.InRange(last.Boottime, first.Boottime + 1, long.MaxValue);
        Assert.InRange(last.Offset - first.Offset, -Millisecond, Millisecond);
    }

    /// <summary>A stamp that is read never seems to be from before one that the kernel made earlier.</summary>
    [Fact]
    public void The_systems_clock_is_never_read_too_early()
    {
        for (var i = 0; i < Readings; i++)
        {
            var earlier = HostClocks.System.Read().Realtime;
            Assert.InRange(ReceiveTime.OfRead().Nanoseconds, earlier, long.MaxValue);
        }
    }

    private static long Nanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
