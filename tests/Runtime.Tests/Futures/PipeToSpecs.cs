using Akka.Actor;
using Akka.TestKit.Xunit2;

namespace Runtime.Tests.Futures;

public sealed class PipeToSpecs : TestKit
{
    private readonly InvalidOperationException _cause = new("stuck");

    [Fact]
    public void A_result_is_sent_when_it_is_there()
    {
        var source = new TaskCompletionSource<string>();
        source.Task.PipeTo(TestActor);

        source.SetResult("done");

        ExpectMsg("done");
        Assert.Equal(Sys.DeadLetters, LastSender);
    }

    [Fact]
    public void The_message_has_the_sender_it_was_given()
    {
        var sender = CreateTestProbe();

        Task.FromResult("done").PipeTo(TestActor, sender);

        ExpectMsg("done");
        Assert.Equal(sender.Ref, LastSender);
    }

    [Fact]
    public void A_result_can_be_made_into_another_message()
    {
        Task.FromResult(1).PipeTo(TestActor, success: number => $"number {number}");

        ExpectMsg("number 1");
    }

    [Fact]
    public void A_failure_is_sent_as_a_failure()
    {
        Task.FromException<string>(_cause).PipeTo(TestActor);

        Assert.Same(_cause, ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void A_failure_can_be_made_into_another_message()
    {
        Task.FromException<string>(_cause).PipeTo(TestActor, failure: cause => cause.Message);

        ExpectMsg("stuck");
    }

    [Fact]
    public void A_cancelled_task_is_sent_as_a_failure()
    {
        Task.FromCanceled<string>(new CancellationToken(canceled: true)).PipeTo(TestActor);

        Assert.IsAssignableFrom<OperationCanceledException>(ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public void A_failure_to_make_the_message_is_sent_as_a_failure()
    {
        Task.FromResult(1).PipeTo(TestActor, success: _ => throw _cause);

        Assert.Same(_cause, ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task A_task_without_a_result_sends_nothing_unless_asked_to()
    {
        await Task.CompletedTask.PipeTo(TestActor);
        await Task.CompletedTask.PipeTo(TestActor, success: () => "done");

        ExpectMsg("done");
    }

    [Fact]
    public void A_task_without_a_result_sends_its_failure()
    {
        Task.FromException(_cause).PipeTo(TestActor);

        Assert.Same(_cause, ExpectMsg<Status.Failure>().Cause);
    }

    [Fact]
    public async Task Value_tasks_are_sent_as_well()
    {
        await new ValueTask<int>(1).PipeTo(TestActor);
        await new ValueTask<int>(2).PipeTo(TestActor, useConfigureAwait: true, success: number => -number);
        await default(ValueTask).PipeTo(TestActor, success: () => "done");

        ExpectMsg(1);
        ExpectMsg(-2);
        ExpectMsg("done");
    }
}
