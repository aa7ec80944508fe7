using Akka.TestKit.Xunit2;
using Xunit.Sdk;

namespace Runtime.Tests.Testing;

public class AwaitSpecs : TestKit
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private int _looks;

    [Fact]
    public async Task A_condition_is_waited_for()
    {
        AwaitCondition(SecondTime);
        AwaitCondition(SecondTime, Limit);
        AwaitCondition(SecondTime, Limit, "a hint");
        AwaitCondition(SecondTime, Limit, Interval);
        await AwaitConditionAsync(SecondTime);
        await AwaitConditionAsync(SecondTimeAsync);
        await AwaitConditionAsync(SecondTimeAsync, Limit);
        await AwaitConditionAsync(SecondTime, Limit, "a hint");
        await AwaitConditionAsync(SecondTimeAsync, Limit, "a hint");
        await AwaitConditionAsync(SecondTime, Limit, Interval);
        await AwaitConditionAsync(SecondTimeAsync, Limit, Interval);

        Assert.Equal(22, _looks);
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
        Assert.True(AwaitConditionNoThrow(SecondTime, Limit, Interval));
        Assert.True(await AwaitConditionNoThrowAsync(SecondTime, Limit, Interval));
        Assert.True(await AwaitConditionNoThrowAsync(SecondTimeAsync, Limit, Interval));
        Assert.False(AwaitConditionNoThrow(() => false, Short, Interval));
        Assert.False(await AwaitConditionNoThrowAsync(() => false, Short, Interval));
    }

    [Fact]
    public async Task An_assertion_is_repeated_until_it_passes()
    {
        AwaitAssert(() => { Assert.True(SecondTime()); }, Limit, Interval);
        await AwaitAssertAsync(() => { Assert.True(SecondTime()); }, Limit, Interval);
        await AwaitAssertAsync(async () => Assert.True(await SecondTimeAsync()), Limit, Interval);

        Assert.Equal(6, _looks);
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

    private bool SecondTime() => ++_looks % 2 == 0;

    private Task<bool> SecondTimeAsync() => Task.FromResult(SecondTime());
}
