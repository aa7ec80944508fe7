using ActorArbiter.StampedTcp;
using ActorArbiter.StampedTcp.Interop;
using StampedTcp.Tests.Support;
using static StampedTcp.Tests.Interop.ControlMessages;

namespace StampedTcp.Tests.Interop;

/// <summary>What control messages say about the time of a read.</summary>
public sealed class KernelTimestampsSpecs
{
    [Fact]
    public void A_timestamp_is_the_time()
    {
        var time = KernelTimestamps.Of([.. Timestamp(1_700_000_000, 123_456_789), .. Queue(0)], isFull: false);

        Assert.Equal(new ReceiveTime(ReceiveTimeSource.Kernel, 1_700_000_000_123_456_789, MayBeLate: false), time);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void It_may_be_late_if_something_follows_or_may_follow(int queued, bool isFull) =>
        Assert.True(KernelTimestamps.Of([.. Timestamp(1, 2), .. Queue(queued)], isFull).MayBeLate);

    [Fact]
    public void The_order_of_messages_does_not_matter()
    {
        var time = KernelTimestamps.Of([.. Queue(7), .. Timestamp(1, 2)], isFull: false);

        Assert.Equal(new ReceiveTime(ReceiveTimeSource.Kernel, 1_000_000_002, MayBeLate: true), time);
    }

    [Fact]
    public void Messages_of_others_are_passed_over()
    {
        byte[] control =
        [
            .. Of(level: 1, type: 36, new byte[4]),
            .. Of(level: 41, type: 35, new byte[20]),
            .. Of(level: 6, type: 35, new byte[16]),
            .. Of(level: 0, type: 0, []),
            .. Timestamp(3, 4),
        ];

        Assert.Equal(new ReceiveTime(ReceiveTimeSource.Kernel, 3_000_000_004, MayBeLate: false), KernelTimestamps.Of(control, isFull: false));
    }

    public static TheoryData<byte[]> WithoutTimestamp => new()
    {
        Array.Empty<byte>(),
        Queue(1),

        // Too short for its type, and cut short.
        Of(level: 1, type: 35, new byte[15]),
        Timestamp(1, 2)[..31],
        Timestamp(1, 2)[..15],
        Timestamp(1, 2)[..1],

        // Lengths that cannot be.
        Of(level: 1, type: 35, new byte[16], length: 0),
        Of(level: 1, type: 35, new byte[16], length: 15),
        Of(level: 1, type: 35, new byte[16], length: -1),
        Of(level: 1, type: 35, new byte[16], length: int.MaxValue),
    };

    [Theory]
    [MemberData(nameof(WithoutTimestamp))]
    public void Without_a_whole_timestamp_it_is_the_time_of_the_read(byte[] control)
    {
        var before = Native.RealTime;

        var time = KernelTimestamps.Of(control, isFull: false);

        Assert.Equal((ReceiveTimeSource.Read, true), (time.Source, time.MayBeLate));
        Assert.InRange(time.Nanoseconds, before, Native.RealTime + 100);
    }

    [Fact]
    public void What_follows_a_message_that_is_cut_short_is_not_read()
    {
        var control = Queue(1);
        control[0] = 200;

        Assert.Equal(ReceiveTimeSource.Read, KernelTimestamps.Of([.. control, .. Timestamp(1, 2)], isFull: false).Source);
    }

    [Fact]
    public void A_queue_that_is_cut_short_says_nothing()
    {
        var time = KernelTimestamps.Of([.. Timestamp(1, 2), .. Of(level: 6, type: 36, [1, 1, 1])], isFull: false);

        Assert.Equal(new ReceiveTime(ReceiveTimeSource.Kernel, 1_000_000_002, MayBeLate: false), time);
    }
}
