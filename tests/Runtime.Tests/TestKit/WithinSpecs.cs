using Akka.TestKit.Xunit2;
using TestSupport;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class WithinSpecs : TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task What_the_block_returns_comes_back()
    {
        Assert.Equal(42, Within(Long, () => 42));
        Assert.Equal(42, Within(TimeSpan.Zero, Long, () => 42));
        Assert.Equal(42, await WithinAsync(Long, () => Task.FromResult(42)));
        Assert.Equal(42, await WithinAsync(TimeSpan.Zero, Long, () => Task.FromResult(42)));
    }

    [Fact]
    public void Expectations_inside_have_what_is_left()
    {
        Within(Long, () =>
        {
            Assert.InRange(Remaining, TimeSpan.FromSeconds(3), Long);
            Assert.InRange(RemainingOrDefault, TimeSpan.FromSeconds(4), Long);
        });
    }

    [Fact]
    public void Outside_there_is_no_time_left_to_ask_for()
    {
        Assert.Throws<InvalidOperationException>(() => Remaining);
        Assert.Equal(TestKitSettings.SingleExpectDefault, RemainingOrDefault);
    }

    [Fact]
    public void An_inner_block_has_no_more_than_the_outer()
    {
        Within(Long, () => Within(TimeSpan.FromHours(1), () => { Assert.True(Remaining <= Long); }));
    }

    [Fact]
    public void The_outer_block_goes_on_after_the_inner()
    {
        Within(Long, () =>
        {
            Within(Short, () => { });
            Assert.True(Remaining > Short);
        });
    }

    [Fact]
    public void A_message_that_does_not_come_in_the_blocks_time_fails() =>
        Assert.ThrowsAny<XunitException>(() => Within(Short, () => ExpectMsg<string>()));

    [Fact]
    public async Task A_message_that_does_not_come_in_an_asynchronous_blocks_time_fails() =>
        await Assert.ThrowsAnyAsync<Exception>(() => WithinAsync(Short, async () => await ExpectMsgAsync<string>()));

    [Fact]
    public void A_block_that_takes_too_long_fails()
    {
        Assert.ThrowsAny<XunitException>(() => Within(Short, () => ReceiveOne(Short + Short)));
    }

    [Fact]
    public async Task A_block_that_never_ends_fails()
    {
        var never = new TaskCompletionSource();

        await Assert.ThrowsAnyAsync<XunitException>(() => WithinAsync(Short, () => never.Task));
    }

    [Fact]
    public void A_block_that_takes_too_little_fails()
    {
        Assert.ThrowsAny<XunitException>(() => Within(Short, Long, () => { }));
    }

    [Fact]
    public void A_little_too_long_is_allowed_when_said_so()
    {
        Within(Short, () => ReceiveOne(Short + Short), epsilonValue: Long);
    }

    [Fact]
    public void A_block_that_fails_ends_its_time_too()
    {
        Assert.Throws<InvalidOperationException>(() => Within(Long, Throw));
        Assert.Equal(TestKitSettings.SingleExpectDefault, RemainingOrDefault);
    }

    [BundledOnlyFact("The block takes all its time, and fails for taking a little more.")]
    public void A_block_may_end_with_silence()
    {
        Within(Short, () => ExpectNoMsg());
    }

    [Fact]
    public void A_block_may_end_with_whatever_comes()
    {
        Within(Short, () => ReceiveWhile<int>(_ => true));
        Within(Short, () => ReceiveWhile<string>(message => (message as string)!));
    }

    private static void Throw() => throw new InvalidOperationException("on purpose");
}
