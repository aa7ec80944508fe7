using Xunit.Sdk;

namespace Runtime.Tests.TestKit;

public class AwaitSpecs : Akka.TestKit.Xunit2.TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private int _looks;

    [Fact]
    public async Task A_condition_is_waited_for()
    {
        AwaitCondition(ThirdTime);
        AwaitCondition(ThirdTime, Long);
        AwaitCondition(ThirdTime, Long, "a hint");
        AwaitCondition(ThirdTime, Long, Interval);
        await AwaitConditionAsync(ThirdTime);
        await AwaitConditionAsync(ThirdTimeAsync);
        await AwaitConditionAsync(ThirdTimeAsync, Long);
        await AwaitConditionAsync(ThirdTime, Long, "a hint");
        await AwaitConditionAsync(ThirdTimeAsync, Long, "a hint");
        await AwaitConditionAsync(ThirdTime, Long, Interval);
        await AwaitConditionAsync(ThirdTimeAsync, Long, Interval);

        Assert.Equal(33, _looks);
    }

    [Fact]
    public async Task A_condition_that_never_holds_fails()
    {
        Assert.ThrowsAny<XunitException>(() => AwaitCondition(() => false, Short));
        await Assert.ThrowsAnyAsync<XunitException>(() => AwaitConditionAsync(() => false, Short, Interval));
    }

    [Fact]
    public async Task A_condition_may_be_waited_for_without_a_failure()
    {
        Assert.True(AwaitConditionNoThrow(ThirdTime, Long, Interval));
        Assert.True(await AwaitConditionNoThrowAsync(ThirdTime, Long, Interval));
        Assert.True(await AwaitConditionNoThrowAsync(ThirdTimeAsync, Long, Interval));
        Assert.False(AwaitConditionNoThrow(() => false, Short, Interval));
        Assert.False(await AwaitConditionNoThrowAsync(() => false, Short, Interval));
    }

    [Fact]
    public async Task An_assertion_is_repeated_until_it_passes()
    {
        AwaitAssert(() => { Assert.True(ThirdTime()); }, Long, Interval);
        await AwaitAssertAsync(() => { Assert.True(ThirdTime()); }, Long, Interval);
        await AwaitAssertAsync(async () => Assert.True(await ThirdTimeAsync()), Long, Interval);

        Assert.Equal(9, _looks);
    }

    [Fact]
    public async Task An_assertion_that_never_passes_fails_as_it_did_last()
    {
        Assert.Throws<FailException>(() => AwaitAssert(() => Assert.Fail("no"), Short, Interval));
        await Assert.ThrowsAsync<FailException>(() => AwaitAssertAsync(() => Assert.Fail("no"), Short, Interval));
    }

    [Fact]
    public async Task A_cancelled_wait_ends_before_its_time()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(
            () => AwaitAssert(() => Assert.Fail("no"), TimeSpan.FromHours(1), cancellationToken: cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => AwaitAssertAsync(() => Assert.Fail("no"), TimeSpan.FromHours(1), cancellationToken: cancelled.Token));
    }

    private bool ThirdTime() => ++_looks % 3 == 0;

    private Task<bool> ThirdTimeAsync() => Task.FromResult(ThirdTime());
}
